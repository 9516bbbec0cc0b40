"use strict";

exports.id = 395;

exports.ids = [ 395 ];

exports.modules = {
 395: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   CompactSign: () => CompactSign
  });
  // CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/buffer_utils.js
  const encoder = new TextEncoder, decoder = new TextDecoder;
  new TextDecoder("utf-8", {
   fatal: !0
  });
  function concat(...buffers) {
   const size = buffers.reduce((acc, {length: length}) => acc + length, 0), buf = new Uint8Array(size);
   let i = 0;
   for (const buffer of buffers) buf.set(buffer, i), i += buffer.length;
   return buf;
  }
  const NON_ASCII = /[^\x00-\x7f]/;
  function buffer_utils_encode(string) {
   if (typeof string == "string" && string.length >= 128) {
    if (NON_ASCII.test(string)) throw new TypeError("non-ASCII string encountered in encode()");
    return encoder.encode(string);
   }
   const bytes = new Uint8Array(string.length);
   for (let i = 0; i < string.length; i++) {
    const code = string.charCodeAt(i);
    if (code > 127) throw new TypeError("non-ASCII string encountered in encode()");
    bytes[i] = code;
   }
   return bytes;
  }
  function encodeBase64(input, url = !1) {
   if (Uint8Array.prototype.toBase64) return input.toBase64({
    alphabet: url ? "base64url" : "base64",
    omitPadding: url
   });
   const CHUNK_SIZE = 32768, arr = [];
   for (let i = 0; i < input.length; i += CHUNK_SIZE) arr.push(String.fromCharCode.apply(null, input.subarray(i, i + CHUNK_SIZE)));
   const encoded = btoa(arr.join(""));
   return url ? encoded.replace(/=/g, "").replace(/\+/g, "-").replace(/\//g, "_") : encoded;
  }
  function decodeBase64(encoded, url = !1) {
   if (Uint8Array.fromBase64) return Uint8Array.fromBase64(encoded, {
    alphabet: url ? "base64url" : "base64"
   });
   if (url) {
    if (encoded.includes("+") || encoded.includes("/")) throw new TypeError("Invalid base64url");
    encoded = encoded.replace(/-/g, "+").replace(/_/g, "/");
   }
   const binary = atob(encoded), bytes = new Uint8Array(binary.length);
   for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
   return bytes;
  }
  // CONCATENATED MODULE: ./node_modules/jose/dist/webapi/util/base64url.js
  const invalid = "The input to be decoded is not correctly encoded.";
  function base64url_decode(input) {
   try {
    return decodeBase64(typeof input == "string" ? input : decoder.decode(input), !0);
   } catch (cause) {
    throw new TypeError(invalid, {
     cause: cause
    });
   }
  }
  function base64url_encode(input) {
   return encodeBase64(typeof input == "string" ? encoder.encode(input) : input, !0);
  }
  // CONCATENATED MODULE: ./node_modules/jose/dist/webapi/util/errors.js
  class JOSEError extends Error {
   static code="ERR_JOSE_GENERIC";
   code="ERR_JOSE_GENERIC";
   constructor(message, options) {
    super(message, options), this.name = this.constructor.name, Error.captureStackTrace?.(this, this.constructor);
   }
  }
  class JOSENotSupported extends JOSEError {
   static code="ERR_JOSE_NOT_SUPPORTED";
   code="ERR_JOSE_NOT_SUPPORTED";
  }
  class JWSInvalid extends JOSEError {
   static code="ERR_JWS_INVALID";
   code="ERR_JWS_INVALID";
  }
  Symbol.asyncIterator;
  // CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/key_descriptor.js
  function table(entries) {
   const out = {
    __proto__: null
   };
   for (const alg in entries) out[alg] = {
    ...entries[alg],
    alg: alg
   };
   return out;
  }
  // CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/jws_algorithms.js
  const sig = [ [ "verify" ], [ "sign" ] ];
  function hmac(bits) {
   const subtle = {
    name: "HMAC",
    hash: `SHA-${bits}`
   };
   return {
    kty: [ "oct" ],
    secret: !0,
    subtle: subtle,
    signing: subtle,
    usages: sig
   };
  }
  function rsa(bits, saltLength) {
   const subtle = {
    name: saltLength ? "RSA-PSS" : "RSASSA-PKCS1-v1_5",
    hash: `SHA-${bits}`
   };
   return {
    kty: [ "RSA" ],
    subtle: subtle,
    signing: saltLength ? {
     ...subtle,
     saltLength: saltLength
    } : subtle,
    usages: sig,
    minRsaBits: 2048
   };
  }
  function ecdsa(crv, bits) {
   return {
    kty: [ "EC" ],
    crv: crv,
    subtle: {
     name: "ECDSA",
     namedCurve: crv
    },
    signing: {
     name: "ECDSA",
     hash: `SHA-${bits}`
    },
    usages: sig
   };
  }
  function eddsa() {
   const subtle = {
    name: "Ed25519"
   };
   return {
    kty: [ "OKP" ],
    crv: "Ed25519",
    subtle: subtle,
    signing: subtle,
    usages: sig
   };
  }
  function mldsa(parameterSet) {
   const subtle = {
    name: `ML-DSA-${parameterSet}`
   };
   return {
    kty: [ "AKP" ],
    subtle: subtle,
    signing: subtle,
    usages: sig
   };
  }
  const JWS = table({
   HS256: hmac(256),
   HS384: hmac(384),
   HS512: hmac(512),
   RS256: rsa(256),
   RS384: rsa(384),
   RS512: rsa(512),
   PS256: rsa(256, 32),
   PS384: rsa(384, 48),
   PS512: rsa(512, 64),
   ES256: ecdsa("P-256", 256),
   ES384: ecdsa("P-384", 384),
   ES512: ecdsa("P-521", 512),
   EdDSA: eddsa(),
   Ed25519: eddsa(),
   "ML-DSA-44": mldsa(44),
   "ML-DSA-65": mldsa(65),
   "ML-DSA-87": mldsa(87)
  });
  function jwsAlgorithm(alg) {
   const entry = typeof alg == "string" ? JWS[alg] : void 0;
   if (!entry) throw new JOSENotSupported(`alg ${alg} is not supported either by JOSE or your javascript runtime`);
   return entry;
  }
  // CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/validate.js
  function assertUint8Array(input, label) {
   if (!(input instanceof Uint8Array)) throw new TypeError(`${label} must be an instance of Uint8Array`);
  }
  function isObject(input) {
   if (typeof input != "object" || input === null || Object.prototype.toString.call(input) !== "[object Object]") return !1;
   const prototype = Object.getPrototypeOf(input);
   return prototype === null || Object.getPrototypeOf(prototype) === null;
  }
  function isDisjoint(...headers) {
   const parameters = new Set;
   for (const header of headers) if (header) for (const parameter of Object.keys(header)) {
    if (parameters.has(parameter)) return !1;
    parameters.add(parameter);
   }
   return !0;
  }
  function assertNotSet(value, name) {
   if (value !== void 0) throw new TypeError(`${name} can only be called once`);
  }
  const JWS_RECOGNIZED = {
   __proto__: null,
   b64: !0
  };
  function validateCritDuplicates(Err, protectedHeader) {
   const {crit: crit} = protectedHeader ?? {};
   if (Array.isArray(crit) && new Set(crit).size !== crit.length) throw new Err('"crit" (Critical) Header Parameter MUST NOT contain duplicate values');
  }
  function validateCrit(Err, recognizedDefault, recognizedOption, protectedHeader, joseHeader) {
   if (joseHeader.crit !== void 0 && protectedHeader?.crit === void 0) throw new Err('"crit" (Critical) Header Parameter MUST be integrity protected');
   if (!protectedHeader || protectedHeader.crit === void 0) return [];
   if (!Array.isArray(protectedHeader.crit) || protectedHeader.crit.length === 0 || protectedHeader.crit.some(input => typeof input != "string" || input.length === 0)) throw new Err('"crit" (Critical) Header Parameter MUST be an array of non-empty strings when present');
   const recognized = recognizedOption === void 0 ? recognizedDefault : {
    __proto__: null,
    ...recognizedOption,
    ...recognizedDefault
   };
   for (const parameter of protectedHeader.crit) {
    if (!(parameter in recognized)) throw new JOSENotSupported(`Extension Header Parameter "${parameter}" is not recognized`);
    if (!Object.hasOwn(joseHeader, parameter) || joseHeader[parameter] === void 0) throw new Err(`Extension Header Parameter "${parameter}" is missing`);
    if (recognized[parameter] && (!Object.hasOwn(protectedHeader, parameter) || protectedHeader[parameter] === void 0)) throw new Err(`Extension Header Parameter "${parameter}" MUST be integrity protected`);
   }
   return protectedHeader.crit;
  }
  function validateB64(protectedHeader, extensions) {
   if (extensions.includes("b64")) {
    const b64 = protectedHeader.b64;
    if (typeof b64 != "boolean") throw new JWSInvalid('The "b64" (base64url-encode payload) Header Parameter must be a boolean');
    return b64;
   }
   return !0;
  }
  function serializeJoseHeader(Err, header) {
   let serialized, parsed;
   try {
    serialized = JSON.stringify(header), parsed = JSON.parse(serialized);
   } catch (cause) {
    throw new Err("JOSE Header is not valid JSON", {
     cause: cause
    });
   }
   if (!isObject(parsed)) throw new Err("JOSE Header is not a JSON object");
   return [ parsed, serialized ];
  }
  // CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/key.js
  const tag = key => key[Symbol.toStringTag], jwkMatchesOp = (entry, key, usage) => {
   const {alg: alg} = entry;
   if (key.use !== void 0) {
    const expected = usage === "sign" || usage === "verify" ? "sig" : "enc";
    if (key.use !== expected) throw new TypeError(`Invalid key for this operation, its "use" must be "${expected}" when present`);
   }
   if (key.kty === "AKP" && key.alg === void 0) throw new TypeError('missing "alg" (Algorithm) Parameter value');
   if (key.alg !== void 0 && key.alg !== alg) throw new TypeError(`Invalid key for this operation, its "alg" must be "${alg}" when present`);
   if (Array.isArray(key.key_ops)) {
    const expectedKeyOp = usage === "encrypt" || usage === "decrypt" ? entry.ops?.[usage === "encrypt" ? 0 : 1] : usage;
    if (expectedKeyOp && !key.key_ops.includes(expectedKeyOp)) throw new TypeError(`Invalid key for this operation, its "key_ops" must include "${expectedKeyOp}" when present`);
   }
  };
  async function prepareKey(entry, key, usage) {
   const {alg: alg, secret: secret} = entry, requiresPrivateKey = usage === "decrypt" || usage === "sign";
   if (secret && key instanceof Uint8Array) return key;
   let normalized, keyObject;
   if (isObject(key)) {
    if (normalized = normalizeJwk(key), typeof normalized.kty != "string") throw invalidKeyType(alg, key, secret);
    if (!(secret ? normalized.kty === "oct" && typeof normalized.k == "string" : normalized.kty !== "oct" && (requiresPrivateKey ? normalized.kty === "AKP" && typeof normalized.priv == "string" || typeof normalized.d == "string" : normalized.d === void 0 && normalized.priv === void 0))) throw new TypeError(secret ? 'JSON Web Key for symmetric algorithms must have JWK "kty" (Key Type) equal to "oct" and the JWK "k" (Key Value) present' : `JSON Web Key for this operation must be a ${requiresPrivateKey ? "private" : "public"} JWK`);
    if (jwkMatchesOp(entry, normalized, usage), normalized.kty === "oct") return base64url_decode(normalized.k);
    if (!Object.isFrozen(key)) {
     const {key_ops: key_ops} = key;
     Array.isArray(key_ops) && Object.freeze(key_ops), Object.freeze(key);
    }
   } else {
    if (!isKeyLike(key)) throw invalidKeyType(alg, key, secret);
    const expectedType = secret ? "secret" : requiresPrivateKey ? "private" : "public";
    if (key.type !== expectedType && (secret || [ "secret", "public", "private" ].includes(key.type))) throw new TypeError(`${tag(key)} instances must be of type "${expectedType}" for the ${alg} algorithm`);
    if (isCryptoKey(key)) return key;
    if (keyObject = key, keyObject.type === "secret") return keyObject.export();
   }
   cache ||= new WeakMap;
   const cacheKey = key;
   let cached = cache.get(cacheKey);
   if (cached?.[alg]) return cached[alg];
   if (cached || cache.set(cacheKey, cached = {}), keyObject && typeof keyObject.toCryptoKey == "function") {
    const isPublic = keyObject.type === "public", crv = nist[keyObject.asymmetricKeyDetails?.namedCurve], params = entry.resolve?.({
     crv: crv,
     asymmetricKeyType: keyObject.asymmetricKeyType
    }) ?? entry.subtle;
    return cached[alg] = keyObject.toCryptoKey(params, isPublic, entry.usages[isPublic ? 0 : 1]);
   }
   return normalized ??= keyObject.export({
    format: "jwk"
   }), normalized.alg = alg, cached[alg] = await jwkToKey(entry, normalized);
  }
  let cache;
  const nist = {
   __proto__: null,
   prime256v1: "P-256",
   secp384r1: "P-384",
   secp521r1: "P-521"
  };
  const isCryptoKey = key => {
   if (key?.[Symbol.toStringTag] === "CryptoKey") return !0;
   try {
    return key instanceof CryptoKey;
   } catch {
    return !1;
   }
  }, isKeyObject = key => key?.[Symbol.toStringTag] === "KeyObject", isKeyLike = key => isCryptoKey(key) || isKeyObject(key);
  function message(msg, actual, ...types) {
   if (types.length > 2) {
    const last = types.pop();
    msg += `one of type ${types.join(", ")}, or ${last}.`;
   } else types.length === 2 ? msg += `one of type ${types[0]} or ${types[1]}.` : msg += `of type ${types[0]}.`;
   return actual == null ? msg += ` Received ${actual}` : typeof actual == "function" && actual.name ? msg += ` Received function ${actual.name}` : typeof actual == "object" && actual != null && actual.constructor?.name && (msg += ` Received an instance of ${actual.constructor.name}`), 
   msg;
  }
  function invalidKeyType(alg, actual, secret) {
   const types = [ "CryptoKey", "KeyObject", "JSON Web Key" ];
   return secret && types.push("Uint8Array"), new TypeError(message(`Key for the ${alg} algorithm must be `, actual, ...types));
  }
  const unusable = (name, prop = "algorithm.name") => new TypeError(`CryptoKey does not support this operation, its ${prop} must be ${name}`);
  function checkUsage(key, usage) {
   if (usage && !key.usages.includes(usage)) throw new TypeError(`CryptoKey does not support this operation, its usages must include ${usage}.`);
  }
  function checkModulusLength(alg, key) {
   const {modulusLength: modulusLength} = key.algorithm;
   if (typeof modulusLength != "number" || modulusLength < 2048) throw new TypeError(`${alg} requires key modulusLength to be 2048 bits or larger`);
  }
  function checkCryptoKey(key, expected, usage) {
   const algorithm = key.algorithm;
   if (algorithm.name !== expected.name) throw unusable(expected.name);
   if (expected.hash && algorithm.hash?.name !== expected.hash) throw unusable(expected.hash, "algorithm.hash");
   if (expected.namedCurve && algorithm.namedCurve !== expected.namedCurve) throw unusable(expected.namedCurve, "algorithm.namedCurve");
   if (expected.length !== void 0 && algorithm.length !== expected.length) throw unusable(expected.length, "algorithm.length");
   checkUsage(key, usage);
  }
  function snapshotJwk(jwk) {
   return {
    __proto__: null,
    ...jwk
   };
  }
  function normalizeJwk(jwk) {
   const normalized = snapshotJwk(jwk);
   if (normalized.ext !== void 0 && typeof normalized.ext != "boolean") throw new TypeError('"ext" (Extractable) Parameter must be a boolean');
   if (normalized.key_ops !== void 0) {
    const value = normalized.key_ops, keyOps = Array.isArray(value) ? [ ...value ] : void 0;
    if (!keyOps || keyOps.some(operation => typeof operation != "string") || new Set(keyOps).size !== keyOps.length) throw new TypeError('"key_ops" (Key Operations) Parameter must be an array of unique strings');
    normalized.key_ops = keyOps;
   }
   return normalized;
  }
  async function jwkToKey(entry, jwk, extractable) {
   if (!entry.kty.includes(jwk.kty)) throw new JOSENotSupported('Invalid or unsupported JWK "alg" (Algorithm) Parameter value');
   const algorithm = entry.resolve?.({
    kty: jwk.kty,
    crv: jwk.crv
   }) ?? entry.subtle, isPrivate = !!(jwk.d || jwk.priv), keyData = {
    ...jwk,
    ext: extractable ?? jwk.ext
   };
   return keyData.kty !== "AKP" && delete keyData.alg, delete keyData.use, crypto.subtle.importKey("jwk", keyData, algorithm, keyData.ext ?? !isPrivate, jwk.key_ops ?? entry.usages[isPrivate ? 1 : 0]);
  }
  async function rawKey(key, expected, usage, extractable = !1) {
   return key instanceof Uint8Array && (key = await crypto.subtle.importKey("raw", key, expected, extractable, [ usage ])), 
   checkCryptoKey(key, expected, usage), key;
  }
  // CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/jws_sign.js
  async function createSignature(input, key, rejectUnencoded) {
   let [payload, protectedHeader, unprotectedHeader, crit] = input, encodedProtectedHeader = "";
   if (protectedHeader !== void 0) {
    const normalized = serializeJoseHeader(JWSInvalid, protectedHeader);
    protectedHeader = normalized[0], encodedProtectedHeader = base64url_encode(normalized[1]);
   }
   if (unprotectedHeader !== void 0 && (unprotectedHeader = serializeJoseHeader(JWSInvalid, unprotectedHeader)[0]), 
   !protectedHeader && !unprotectedHeader) throw new JWSInvalid("either setProtectedHeader or setUnprotectedHeader must be called before #sign()");
   if (!isDisjoint(protectedHeader, unprotectedHeader)) throw new JWSInvalid("JWS Protected and JWS Unprotected Header Parameter names must be disjoint");
   const joseHeader = {
    ...protectedHeader,
    ...unprotectedHeader
   };
   validateCritDuplicates(JWSInvalid, protectedHeader);
   const b64 = validateB64(protectedHeader, validateCrit(JWSInvalid, JWS_RECOGNIZED, crit, protectedHeader, joseHeader));
   b64 || rejectUnencoded?.();
   const {alg: alg} = joseHeader;
   if (typeof alg != "string" || !alg) throw new JWSInvalid('JWS "alg" (Algorithm) Header Parameter missing or invalid');
   const entry = jwsAlgorithm(alg);
   let signingInput, encodedPayload = "", signingPayload = payload;
   if (b64) {
    const encodedPayloadCache = input[4];
    encodedPayloadCache ? (encodedPayload = encodedPayloadCache[0] ??= base64url_encode(payload), 
    signingPayload = encodedPayloadCache[1] ??= buffer_utils_encode(encodedPayload)) : (encodedPayload = base64url_encode(payload), 
    signingInput = encoder.encode(`${encodedProtectedHeader}.${encodedPayload}`));
   }
   signingInput ??= concat(buffer_utils_encode(encodedProtectedHeader), buffer_utils_encode("."), signingPayload);
   const signingKey = await rawKey(await prepareKey(entry, key, "sign"), entry.subtle, "sign");
   entry.minRsaBits && checkModulusLength(entry.alg, signingKey);
   const jws = {
    signature: base64url_encode(new Uint8Array(await crypto.subtle.sign(entry.signing, signingKey, signingInput))),
    payload: encodedPayload
   };
   return protectedHeader && (jws.protected = encodedProtectedHeader), unprotectedHeader && (jws.header = unprotectedHeader), 
   [ jws, b64 ];
  }
  async function createCompactSignature(payload, protectedHeader, crit, key, rejectUnencoded) {
   const [jws] = await createSignature([ payload, protectedHeader, void 0, crit ], key, rejectUnencoded);
   return `${jws.protected}.${jws.payload}.${jws.signature}`;
  }
  // CONCATENATED MODULE: ./node_modules/jose/dist/webapi/jws/compact/sign.js
  class CompactSign {
   #payload;
   #protectedHeader;
   constructor(payload) {
    assertUint8Array(payload, "payload"), this.#payload = payload;
   }
   setProtectedHeader(protectedHeader) {
    return assertNotSet(this.#protectedHeader, "setProtectedHeader"), this.#protectedHeader = protectedHeader, 
    this;
   }
   async sign(key, options) {
    return createCompactSignature(this.#payload, this.#protectedHeader, options?.crit, key, () => {
     throw new TypeError("use the flattened module for creating JWS with b64: false");
    });
   }
  }
 })
};