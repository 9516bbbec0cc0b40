"use strict";

exports.id = 849;

exports.ids = [ 849 ];

exports.modules = {
 5849: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   parseJwt: () => parseJwt
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var _request_jwt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4083);
  var _text_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5666);
  var _text_parse_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6340);
  var _text_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9093);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5717);
  var _pem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(754);
  var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3368);
  const CURVES = {
   ES256: [ "prime256v1", "P-256" ],
   ES384: [ "secp384r1", "P-384" ],
   ES512: [ "secp521r1", "P-521" ]
  };
  async function parseJwt(text) {
   const secret = text("jwt-secret");
   const algorithm = (0, _values_js__WEBPACK_IMPORTED_MODULE_3__.kB)("jwt-algorithm", text("jwt-algorithm"), _request_jwt_js__WEBPACK_IMPORTED_MODULE_1__.TM);
   const claims = await parseClaims(text("jwt-claims"));
   if (secret !== "") return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.kg)({
    algorithm: algorithm,
    claims: claims,
    key: algorithm.ok ? parseKey(secret, algorithm.value) : (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.Qm)()
   });
   const unused = (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.kg)({
    claims: claims.ok && text("jwt-claims") !== "" ? withoutSecret("jwt-claims") : claims,
    algorithm: algorithm.ok && algorithm.value !== "HS256" ? withoutSecret("jwt-algorithm") : algorithm
   });
   return unused.ok ? (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.ok)(void 0) : unused;
  }
  function withoutSecret(name) {
   return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.wC)(`${name}: has no effect without jwt-secret. ${_values_js__WEBPACK_IMPORTED_MODULE_3__.Ag}`);
  }
  async function parseClaims(text) {
   if (text === "") return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.ok)({});
   const json = await (0, _text_parse_json_js__WEBPACK_IMPORTED_MODULE_6__.l)("jwt-claims", text);
   if (!json.ok) return json;
   const claims = json.value;
   if (!(0, _text_json_js__WEBPACK_IMPORTED_MODULE_7__.jh)(claims)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.Qm)("jwt-claims: is not a JSON map.");
   const dates = [ "exp", "iat", "nbf" ].filter(name => Object.hasOwn(claims, name) && typeof claims[name] !== "number");
   if (dates.length === 0) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.ok)(claims);
   return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.Qm)(`jwt-claims: ${dates.join(" and ")} must be a number: seconds since 1970.`);
  }
  function parseKey(secret, algorithm) {
   const isPem = secret.includes("-----BEGIN");
   if (algorithm.startsWith("HS")) {
    if (!isPem) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.ok)((0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSecretKey)(secret, "utf8"));
    return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.Qm)(`jwt-secret: is a PEM key, but ${algorithm} takes a passphrase. Set jwt-algorithm to that of the n8n credential, like RS256.`);
   }
   if (!isPem) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.Qm)(`jwt-secret: ${algorithm} takes a private key: the whole PEM, including its BEGIN and END lines. For a passphrase, set jwt-algorithm to HS256, HS384 or HS512.`);
   if (/-----BEGIN (?:[A-Z ]+ )?PUBLIC KEY-----|-----BEGIN CERTIFICATE-----/.test(secret)) return (0, 
   _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.Qm)("jwt-secret: is a public key. Give the private key that belongs to the one in the n8n credential.");
   const key = (0, _pem_js__WEBPACK_IMPORTED_MODULE_2__.Q)("jwt-secret", secret);
   const mismatch = key.ok ? mismatchOf(key.value, algorithm) : void 0;
   return mismatch === void 0 ? key : (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_4__.Qm)(`jwt-secret: ${mismatch}`);
  }
  function mismatchOf(key, algorithm) {
   const {asymmetricKeyType: type = "unknown", asymmetricKeyDetails: details} = key;
   const takes = `but ${algorithm} takes`;
   const curve = CURVES[algorithm];
   if (type !== (curve ? "ec" : "rsa")) return `is an ${type.toUpperCase()} key, ${takes} an ${curve ? "EC" : "RSA"} key. Set jwt-algorithm to that of the n8n credential.`;
   if (!curve) {
    const bits = details?.modulusLength ?? 0;
    return bits < 2048 ? `is an RSA key of ${bits} bits, ${takes} at least 2048.` : void 0;
   }
   const [openssl, name] = curve;
   const given = details?.namedCurve;
   if (given === openssl) return;
   const fitting = Object.keys(CURVES).find(candidate => CURVES[candidate]?.[0] === given);
   const hint = fitting === void 0 ? "" : ` Set jwt-algorithm to ${fitting}.`;
   return `is an EC key of the curve ${given}, ${takes} ${name}.${hint}`;
  }
 }),
 754: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   P: () => pemBlocks,
   Q: () => parsePrivateKey
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var _text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9093);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5717);
  function pemBlocks(text) {
   return [ ...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \1-----/g) ].map(([, label = "", data = ""]) => {
    const lines = data.replace(/\\[nr]|\s/g, "").match(/.{1,64}/g) ?? [];
    return {
     label: label,
     text: [ `-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, "" ].join("\n")
    };
   });
  }
  function parsePrivateKey(name, text) {
   if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: *4, *ENCRYPTED/.test(text)) return (0, 
   _text_problem_js__WEBPACK_IMPORTED_MODULE_1__.Qm)(`${name}: is encrypted. Remove its passphrase first: openssl pkey -in FILE.`);
   try {
    const block = pemBlocks(text).find(({label: label}) => label.endsWith("PRIVATE KEY"));
    if (block) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)((0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(block.text));
   } catch {}
   return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_1__.Qm)(`${name}: is not a PEM private key. Give it whole, with its BEGIN and END lines.`);
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
 })
};