"use strict";
exports.id = 83;
exports.ids = [83];
exports.modules = {

/***/ 4083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ ALGORITHMS),
/* harmony export */   claimsOfRun: () => (/* binding */ claimsOfRun),
/* harmony export */   mintJwt: () => (/* binding */ mintJwt)
/* harmony export */ });
const ALGORITHMS = [
    ...['HS256', 'HS384', 'HS512'],
    ...['RS256', 'RS384', 'RS512'],
    ...['ES256', 'ES384', 'ES512'],
    ...['PS256', 'PS384', 'PS512'],
];
const LIFETIME = 300;
async function mintJwt(signer, run, now, id) {
    const { CompactSign } = await __webpack_require__.e(/* import() */ 228).then(__webpack_require__.bind(__webpack_require__, 9228));
    const iat = Math.floor(now / 1000);
    const claims = { ...run, iat, exp: iat + LIFETIME, jti: id, ...signer.claims };
    return new CompactSign(Buffer.from(JSON.stringify(claims)))
        .setProtectedHeader({ alg: signer.algorithm, typ: 'JWT' })
        .sign(signer.key);
}
function claimsOfRun(env) {
    const named = {
        iss: env['GITHUB_SERVER_URL'],
        sub: `repo:${env['GITHUB_REPOSITORY'] ?? ''}:ref:${env['GITHUB_REF'] ?? ''}`,
        repository: env['GITHUB_REPOSITORY'],
        ref: env['GITHUB_REF'],
        sha: env['GITHUB_SHA'],
        workflow: env['GITHUB_WORKFLOW'],
        event_name: env['GITHUB_EVENT_NAME'],
        actor: env['GITHUB_ACTOR'],
        run_id: env['GITHUB_RUN_ID'],
        run_number: env['GITHUB_RUN_NUMBER'],
        run_attempt: env['GITHUB_RUN_ATTEMPT'],
    };
    return Object.fromEntries(Object.entries(named).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}


/***/ })

};
;