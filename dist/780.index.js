"use strict";

exports.id = 780;

exports.ids = [ 780 ];

exports.modules = {
 7083: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   d: () => deadlineAfter
  });
  const LONGEST_TIMER_MS = 2 ** 31 - 1;
  function deadlineAfter(ms, clock, cancelled, graceMs = 0) {
   const end = clock.monotonic() + ms;
   const leftMs = () => Math.max(0, end - clock.monotonic());
   const timeUp = clock.timeout(Math.min(Math.ceil(ms + graceMs), LONGEST_TIMER_MS));
   const signal = AbortSignal.any([ cancelled, timeUp ]);
   return {
    leftMs: leftMs,
    signal: signal,
    isCancelled: () => cancelled.aborted,
    within: innerMs => {
     const left = leftMs();
     return innerMs >= left ? deadlineAfter(left, clock, cancelled, graceMs) : deadlineAfter(innerMs, clock, cancelled);
    },
    sleep: pauseMs => clock.sleep(Math.min(pauseMs, leftMs()), cancelled)
   };
  }
 }),
 4083: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   Ei: () => mintJwt,
   TM: () => ALGORITHMS,
   gm: () => claimsOfRun
  });
  const ALGORITHMS = [ "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512" ];
  const LIFETIME = 300;
  async function mintJwt(signer, run, now, id) {
   const {CompactSign: CompactSign} = await __webpack_require__.e(395).then(__webpack_require__.bind(__webpack_require__, 395));
   const iat = Math.floor(now / 1e3);
   const claims = {
    ...run,
    iat: iat,
    exp: iat + LIFETIME,
    jti: id,
    ...signer.claims
   };
   return new CompactSign(Buffer.from(JSON.stringify(claims))).setProtectedHeader({
    alg: signer.algorithm,
    typ: "JWT"
   }).sign(signer.key);
  }
  function claimsOfRun(env) {
   const named = {
    iss: env["GITHUB_SERVER_URL"],
    sub: `repo:${env["GITHUB_REPOSITORY"] ?? ""}:ref:${env["GITHUB_REF"] ?? ""}`,
    repository: env["GITHUB_REPOSITORY"],
    ref: env["GITHUB_REF"],
    sha: env["GITHUB_SHA"],
    workflow: env["GITHUB_WORKFLOW"],
    event_name: env["GITHUB_EVENT_NAME"],
    actor: env["GITHUB_ACTOR"],
    run_id: env["GITHUB_RUN_ID"],
    run_number: env["GITHUB_RUN_NUMBER"],
    run_attempt: env["GITHUB_RUN_ATTEMPT"]
   };
   return Object.fromEntries(Object.entries(named).flatMap(([name, value]) => value ? [ [ name, value ] ] : []));
  }
 }),
 9780: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   bearerToken: () => bearerToken,
   signatureHeader: () => signatureHeader
  });
  var deadline = __webpack_require__(7083);
  var auth = __webpack_require__(4834);
  var request_jwt = __webpack_require__(4083);
  var external_node_crypto_ = __webpack_require__(7598);
  var error_code = __webpack_require__(3924);
  var result = __webpack_require__(5717);
  // CONCATENATED MODULE: ./build/request/signature.js
  async function signatureOf(body, secret, signal) {
   const hmac = (0, external_node_crypto_.createHmac)("sha256", secret);
   try {
    for await (const chunk of body?.open() ?? []) {
     if (signal?.aborted) return (0, result.g)("aborted");
     hmac.update(chunk);
    }
   } catch (error) {
    if ((0, error_code.C)(error) === "UNREADABLE") return (0, result.g)("unreadable");
    throw error;
   }
   return (0, result.ok)(`sha256=${hmac.digest("hex")}`);
  }
  var format = __webpack_require__(3387);
  var safe = __webpack_require__(8753);
  var outcome = __webpack_require__(2075);
  // CONCATENATED MODULE: ./build/routes/authorize.js
  async function signatureHeader(body, secret, timeoutMs, host) {
   const {signal: signal} = (0, deadline.d)(timeoutMs, host.clock, host.cancelled);
   const signature = await signatureOf(body, secret, signal);
   if (signature.ok) {
    host.mask(signature.value.slice("sha256=".length));
    return (0, result.ok)({
     [auth.D8]: signature.value
    });
   }
   if (host.cancelled.aborted) return (0, result.g)(outcome.yv);
   const isLate = signature.error === "aborted";
   return (0, result.g)({
    row: "unsigned",
    success: false,
    ran: "no",
    message: isLate ? (0, safe.cv)`The body could not be signed within ${(0, format.a3)(timeoutMs)}.` : (0, 
    safe.cv)`A file could not be read while its bytes were signed.`,
    hint: isLate ? (0, safe.cv)`Raise timeout.` : safe.K$
   });
  }
  async function bearerToken(jwt, host) {
   const token = await (0, request_jwt.Ei)(jwt, (0, request_jwt.gm)(host.env), host.clock.now(), host.randomUUID());
   host.mask(token);
   return {
    authorization: `Bearer ${token}`
   };
  }
 })
};