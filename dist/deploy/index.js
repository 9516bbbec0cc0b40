/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = require("http");

/***/ }),

/***/ 2159:
/***/ ((module) => {

module.exports = {
  get AssertionError() { return require('assert').AssertionError; },
  get CallTracker() { return require('assert').CallTracker; },
  get ok() { return require('assert').ok; },
  get fail() { return require('assert').fail; },
  get equal() { return require('assert').equal; },
  get notEqual() { return require('assert').notEqual; },
  get deepEqual() { return require('assert').deepEqual; },
  get notDeepEqual() { return require('assert').notDeepEqual; },
  get deepStrictEqual() { return require('assert').deepStrictEqual; },
  get notDeepStrictEqual() { return require('assert').notDeepStrictEqual; },
  get strictEqual() { return require('assert').strictEqual; },
  get notStrictEqual() { return require('assert').notStrictEqual; },
  get partialDeepStrictEqual() { return require('assert').partialDeepStrictEqual; },
  get match() { return require('assert').match; },
  get doesNotMatch() { return require('assert').doesNotMatch; },
  get throws() { return require('assert').throws; },
  get rejects() { return require('assert').rejects; },
  get doesNotThrow() { return require('assert').doesNotThrow; },
  get doesNotReject() { return require('assert').doesNotReject; },
  get ifError() { return require('assert').ifError; },
  get strict() { return require('assert').strict; },
  get Assert() { return require('assert').Assert; },
};

/***/ }),

/***/ 5874:
/***/ ((module) => {

module.exports = {
  get Agent() { return require('https').Agent; },
  get globalAgent() { return require('https').globalAgent; },
  get Server() { return require('https').Server; },
  get createServer() { return require('https').createServer; },
  get get() { return require('https').get; },
  get request() { return require('https').request; },
};

/***/ }),

/***/ 7546:
/***/ ((module) => {

module.exports = {
  get CLIENT_RENEG_LIMIT() { return require('tls').CLIENT_RENEG_LIMIT; },
  get CLIENT_RENEG_WINDOW() { return require('tls').CLIENT_RENEG_WINDOW; },
  get DEFAULT_CIPHERS() { return require('tls').DEFAULT_CIPHERS; },
  get DEFAULT_ECDH_CURVE() { return require('tls').DEFAULT_ECDH_CURVE; },
  get DEFAULT_MIN_VERSION() { return require('tls').DEFAULT_MIN_VERSION; },
  get DEFAULT_MAX_VERSION() { return require('tls').DEFAULT_MAX_VERSION; },
  get getCiphers() { return require('tls').getCiphers; },
  get getCertificateCompressionAlgorithms() { return require('tls').getCertificateCompressionAlgorithms; },
  get rootCertificates() { return require('tls').rootCertificates; },
  get getCACertificates() { return require('tls').getCACertificates; },
  get setDefaultCACertificates() { return require('tls').setDefaultCACertificates; },
  get convertALPNProtocols() { return require('tls').convertALPNProtocols; },
  get checkServerIdentity() { return require('tls').checkServerIdentity; },
  get createSecureContext() { return require('tls').createSecureContext; },
  get SecureContext() { return require('tls').SecureContext; },
  get TLSSocket() { return require('tls').TLSSocket; },
  get Server() { return require('tls').Server; },
  get createServer() { return require('tls').createServer; },
  get connect() { return require('tls').connect; },
};

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = require("net");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = require("process");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = require("util");

/***/ }),

/***/ 3650:
/***/ ((__webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__nccwpck_require__.r(__webpack_exports__);
/* harmony import */ var _host_cancelled_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1808);
/* harmony import */ var _host_runner_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8738);
/* harmony import */ var _host_step_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5398);
/* harmony import */ var _text_safe_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8753);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3073);





await (0,_host_step_js__WEBPACK_IMPORTED_MODULE_2__/* .runAsStep */ .I)(_main_js__WEBPACK_IMPORTED_MODULE_3__/* .main */ .i, _host_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .runnerHost */ .B, {
    title: (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_4__/* .say */ .cv) `The n8n deployment ended unexpectedly`,
    hint: (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_4__/* .say */ .cv) `Workflows may have been changed: run the step with dry-run: true to see their state. If the disk is not full, please report this.`,
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
// EXTERNAL MODULE: ./build/http/proxy.js
var http_proxy = __nccwpck_require__(2749);
;// CONCATENATED MODULE: ./build/http/connections.js


const CONNECTION_ATTEMPT_MS = 3000;
const MOST_KEPT = 4;
function freshConnections(tls) {
    return connections(tls, { keepAlive: false });
}
function keptConnections(tls) {
    return connections(tls, { keepAlive: true, maxSockets: MOST_KEPT });
}
function connections(tls, options) {
    const agents = new Map();
    let secureContext;
    const agentFor = async (protocol, tunnel) => {
        if (!tunnel && !options.keepAlive)
            return false;
        const name = `${protocol} ${tunnel?.href}`;
        const known = agents.get(name);
        if (known)
            return known;
        const agent = tunnel
            ? new (await __nccwpck_require__.e(/* import() */ 575).then(__nccwpck_require__.bind(__nccwpck_require__, 1575))).TunnelAgent(tunnel, options)
            : await directAgent(protocol, options);
        agents.set(name, agent);
        return agent;
    };
    return {
        open: async (method, url, headers, signal) => {
            const proxy = await (0,http_proxy/* proxyFor */.iJ)(url);
            const common = { method, signal, autoSelectFamilyAttemptTimeout: CONNECTION_ATTEMPT_MS };
            const path = `${url.pathname}${url.search}`;
            if (proxy && url.protocol === 'http:') {
                const agent = await agentFor(proxy.protocol);
                const toProxy = { host: url.host, ...headers, ...(0,http_proxy/* proxyAuthorization */.YB)(proxy) };
                const whole = { ...common, path: `http://${url.host}${path}`, headers: toProxy, agent };
                return { request: await send(proxy, whole), viaProxy: true };
            }
            const agent = await agentFor(url.protocol, proxy);
            const direct = { ...common, path, headers, agent };
            if (url.protocol === 'http:')
                return { request: await send(url, direct), viaProxy: false };
            secureContext ??= await secureContextOf(tls);
            const secure = { ...direct, connecting: signal, ...(secureContext && { secureContext }) };
            return { request: await send(url, secure), viaProxy: false };
        },
    };
}
async function directAgent(protocol, options) {
    const { HttpClient } = await __nccwpck_require__.e(/* import() */ 108).then(__nccwpck_require__.bind(__nccwpck_require__, 5108));
    return new HttpClient(undefined, [], options).getAgent(`${protocol}//localhost`);
}
async function send(to, options) {
    const request = to.protocol === 'https:' ? (await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5874, 19))).request : external_node_http_.request;
    return request({ ...options, host: (0,http_proxy/* hostOf */.w4)(to), port: to.port });
}
async function secureContextOf(tls) {
    if (tls?.ca === undefined && tls?.cert === undefined)
        return undefined;
    const { ca, cert, key } = tls;
    const { createSecureContext, getCACertificates } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7546, 19));
    return createSecureContext({
        ...(ca !== undefined && { ca: [...getCACertificates('default'), ca] }),
        ...(cert !== undefined && { cert, key }),
    });
}

;// CONCATENATED MODULE: ./build/n8n/address.js
function instanceOf({ origin, pathname }) {
    const path = /^(.*?)\/webhook(?:-test)?\//.exec(pathname)?.[1];
    return path === undefined ? undefined : origin + path;
}
function resumedExecution({ pathname, searchParams }) {
    const named = /\/(?:webhook|form)-waiting\/(\d+)(?:\/|$)/.exec(pathname)?.[1];
    if (named !== undefined || !searchParams.has('signature'))
        return named;
    return /\/(\d+)(?:\/[^/]*)?$/.exec(pathname)?.[1];
}
function inputOf(from) {
    return from === 'api-url' ? 'api-url' : 'url';
}
function underInstance(place, base) {
    return /^https?:/.test(place) ? place : `${base}/${place}`;
}
function executionPage(base, { id, workflowId }) {
    return workflowId === undefined ? undefined : `${base}/workflow/${workflowId}/executions/${id}`;
}
function address_credentialsOf(url) {
    if (url.username === '' && url.password === '')
        return undefined;
    return `${address_decode(url.username)}:${address_decode(url.password)}`;
}
function address_decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./build/inputs/secrets.js

const SECRET_WORD = /(?:^auth|authorization|authentication|tokens?|secret|cookies?|signature|^sig|hmac|password|passwd|passphrase|^pwd|credentials?|jwt|session|^access|^bearer|^key|(?:api|access|auth|secret|private)-?key)$/;
const SCHEME = /^(?:basic|bearer|digest|dpop|gnap|hoba|mutual|negotiate|oauth|privatetoken|vapid|token|api-?key|key|jwt|ssws|splunk|geniekey|hmac|signature|aws4-hmac-sha256|scram-sha-(?:1|256))$/i;
const DESCRIPTION = /^(?:alg|algorithm|expires|expiry|format|level|method|mode|scheme|timeout|timestamp|ttl|type|version)$/;
function hasSecretName(name) {
    const words = name.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();
    const parts = words.split(/[^a-z\d]+/);
    if (DESCRIPTION.test(parts.at(-1) ?? '') || words.startsWith('access-control-'))
        return false;
    return parts.some((word) => SECRET_WORD.test(word)) || SECRET_WORD.test(words);
}
function presumedHeaders(text) {
    return text.split(/[\r\n]+/).map((line) => {
        const [, name, value = ''] = /^([^:]*):\s*(.*)$/.exec(line) ?? [];
        return name === undefined ? ['Authorization', line] : [name, value.replace(/^["']|["']?[,}\s]*$/g, '')];
    });
}
function secretsIn(text, headers) {
    const pairs = Object.entries(headers).flatMap(([name, read]) => (read.ok ? read.value : presumedHeaders(text(name))));
    const urls = ['url', 'api-url', 'webhook-base'].flatMap((name) => URL.parse(text(name)) ?? []);
    const credentials = [text('basic-auth'), ...urls.map((url) => address_credentialsOf(url) ?? '')].filter(Boolean);
    return [
        text('secret-key'),
        text('jwt-secret'),
        text('client-key'),
        text('signing-secret'),
        ...pairs.flatMap(secretsOfHeader),
        ...credentials.flatMap(secretsOfPair),
        ...urls.map(({ username, password }) => password || username),
    ].filter((secret) => secret !== '');
}
function secretsOfHeader([name, value]) {
    const [, scheme = value.trim(), rest = ''] = /^(\S+)\s+(.+)$/s.exec(value) ?? [];
    const isScheme = SCHEME.test(scheme);
    if (hasSecretName(name))
        return isScheme && rest === '' ? [] : [value, rest];
    return isScheme && !/\s/.test(rest) ? [rest] : [];
}
function proxySecretsIn(env) {
    const proxies = ['http_proxy', 'https_proxy'].flatMap((name) => [env[name], env[name.toUpperCase()]]);
    const pairs = proxies.flatMap((proxy) => /^(?:\w+:\/\/)?(.+)@/s.exec(proxy ?? '')?.[1] ?? []);
    return pairs.flatMap((pair) => secretsOfPair(address_decode(pair)));
}
function secretsOfPair(pair) {
    const colon = pair.indexOf(':');
    return [pair, pair.slice(colon + 1) || pair.slice(0, colon), Buffer.from(pair).toString('base64')];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: external "lazy:fs/promises"
const promises_namespaceObject = {
  get access() { return require('fs/promises').access; },
  get copyFile() { return require('fs/promises').copyFile; },
  get cp() { return require('fs/promises').cp; },
  get glob() { return require('fs/promises').glob; },
  get open() { return require('fs/promises').open; },
  get opendir() { return require('fs/promises').opendir; },
  get rename() { return require('fs/promises').rename; },
  get truncate() { return require('fs/promises').truncate; },
  get rm() { return require('fs/promises').rm; },
  get rmdir() { return require('fs/promises').rmdir; },
  get mkdir() { return require('fs/promises').mkdir; },
  get readdir() { return require('fs/promises').readdir; },
  get readlink() { return require('fs/promises').readlink; },
  get symlink() { return require('fs/promises').symlink; },
  get lstat() { return require('fs/promises').lstat; },
  get stat() { return require('fs/promises').stat; },
  get statfs() { return require('fs/promises').statfs; },
  get link() { return require('fs/promises').link; },
  get unlink() { return require('fs/promises').unlink; },
  get chmod() { return require('fs/promises').chmod; },
  get lchmod() { return require('fs/promises').lchmod; },
  get lchown() { return require('fs/promises').lchown; },
  get chown() { return require('fs/promises').chown; },
  get utimes() { return require('fs/promises').utimes; },
  get lutimes() { return require('fs/promises').lutimes; },
  get realpath() { return require('fs/promises').realpath; },
  get mkdtemp() { return require('fs/promises').mkdtemp; },
  get mkdtempDisposable() { return require('fs/promises').mkdtempDisposable; },
  get writeFile() { return require('fs/promises').writeFile; },
  get appendFile() { return require('fs/promises').appendFile; },
  get readFile() { return require('fs/promises').readFile; },
  get watch() { return require('fs/promises').watch; },
  get constants() { return require('fs/promises').constants; },
};
;// CONCATENATED MODULE: ./build/http/body.js


class body_FileUnreadable extends (/* unused pure expression or super */ null && (Error)) {
    code = 'FILE_UNREADABLE';
}
function textBody(text, contentType) {
    return { contentType, size: Buffer.byteLength(text), open: () => bytesOfText(text) };
}
async function* bytesOfText(text) {
    for (let from = 0, to = 0; from < text.length; from = to) {
        to = from + PIECE;
        if (/[\ud800-\udbff]/.test(text.charAt(to - 1)))
            to += 1;
        yield Buffer.from(text.slice(from, to));
    }
}
function jsonBody(data) {
    return textBody(JSON.stringify(data), 'application/json');
}
function fileBody(path, size, contentType) {
    return { contentType, size, open: () => bytesOf(path, size) };
}
function body_multipartBody(fields, files) {
    const boundary = `----n8n-trigger-${randomUUID()}`;
    const head = (name, more) => `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"${more}\r\n\r\n`;
    const start = Buffer.from([...fields].map(([name, value]) => `${head(name, '')}${value}\r\n`).join(''));
    const parts = files.map(({ field, path, name, type, size }) => ({
        head: Buffer.from(head(field, `; filename="${escapeName(name)}"\r\nContent-Type: ${type}`)),
        path,
        size,
    }));
    const lineEnd = Buffer.from('\r\n');
    const end = Buffer.from(`--${boundary}--\r\n`);
    const bytes = async function* () {
        yield start;
        for (const part of parts) {
            yield part.head;
            yield* bytesOf(part.path, part.size);
            yield lineEnd;
        }
        yield end;
    };
    const sizes = parts.map((part) => part.head.length + part.size + lineEnd.length);
    return {
        contentType: `multipart/form-data; boundary=${boundary}`,
        size: sizes.reduce((sum, size) => sum + size, start.length + end.length),
        open: bytes,
    };
}
function escapeName(name) {
    return name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}
const PIECE = 64 * 1024;
async function* bytesOf(path, size) {
    const file = await open(path).catch(body_unreadable);
    try {
        for (let missing = size; missing > 0;) {
            const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(Math.min(missing, PIECE))).catch(body_unreadable);
            if (bytesRead === 0)
                throw new body_FileUnreadable('a file has become shorter');
            missing -= bytesRead;
            yield buffer.subarray(0, bytesRead);
        }
    }
    finally {
        await file.close();
    }
}
function body_unreadable(cause) {
    throw new body_FileUnreadable('a file cannot be read', { cause });
}

;// CONCATENATED MODULE: ./build/request/auth.js




const SIGNATURE_HEADER = 'X-Hub-Signature-256';
function basicAuthorization(userAndPassword) {
    return `Basic ${Buffer.from(userAndPassword, 'utf8').toString('base64')}`;
}
async function signatureOf(body, secret, signal) {
    const hmac = createHmac('sha256', secret);
    try {
        for await (const chunk of body?.open() ?? []) {
            if (signal?.aborted)
                return failed('aborted');
            hmac.update(chunk);
        }
    }
    catch (error) {
        if (error instanceof FileUnreadable)
            return failed('unreadable');
        throw error;
    }
    return ok(`sha256=${hmac.digest('hex')}`);
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
function findMissingCredentials(authentication, given, urlCredentials) {
    const { headers, basicAuth, jwt } = given;
    const authorized = hasHeader(headers, 'authorization') || basicAuth !== undefined || urlCredentials !== undefined;
    switch (authentication) {
        case 'basicAuth':
            if (authorized || hasHeader(headers, 'x-auth-token'))
                return undefined;
            return { wants: say `Basic Auth`, hint: say `Set basic-auth to user:password, as in its credential.` };
        case 'headerAuth':
            if (headers.length > 0 || authorized || jwt)
                return undefined;
            return { wants: say `Header Auth`, hint: say `Put the name and value of its credential in headers.` };
        case 'jwtAuth':
            if (jwt || hasHeader(headers, 'authorization'))
                return undefined;
            return { wants: say `JWT Auth`, hint: say `Set jwt-secret to the passphrase or private key of its credential.` };
        case 'n8nOAuth2':
            if (hasHeader(headers, 'authorization'))
                return undefined;
            return { wants: say `n8n User Auth`, hint: say `Put "Authorization: Bearer \u2026" in headers.` };
        default:
            return undefined;
    }
}
function hasHeader(headers, name) {
    return headers.some(([own]) => own.toLowerCase() === name.toLowerCase());
}

;// CONCATENATED MODULE: ./build/text/json.js
function json_isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function json_mapOf(value) {
    return json_isMap(value) ? value : {};
}
function json_mapsOf(value) {
    return Array.isArray(value) ? value.filter(json_isMap) : [];
}
function json_textOf(value) {
    return typeof value === 'string' ? value : '';
}
function json_scalarText(value) {
    return value === null || typeof value === 'object' || value === undefined ? '' : String(value);
}
function numberOf(value) {
    return Number(json_scalarText(value) || Number.NaN);
}
function toJsonText(value) {
    try {
        return JSON.stringify(value);
    }
    catch (error) {
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
}
function tryJson(text) {
    try {
        const value = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
        return value;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/text/result.js
function result_ok(value) {
    return { ok: true, value };
}
function result_failed(error) {
    return { ok: false, error };
}

// EXTERNAL MODULE: ./build/text/safe.js
var safe = __nccwpck_require__(8753);
;// CONCATENATED MODULE: ./build/verdict/row.js

const A_LITTLE = { minDelayMs: 2000 };
function isPage({ headers, text }) {
    const type = headers['content-type'];
    return (/^[\s\ufeff]*<[a-z!?]/i.test(text) &&
        (type === undefined || /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)));
}
function isJsonReply({ headers, json }) {
    return json !== undefined || /\bjson\b/i.test(headers['content-type'] ?? '');
}
function quoteReply({ text, jsonMessage, call }) {
    const said = call.show(jsonMessage || text);
    return said === '' ? (0,safe/* say */.cv) `an empty body` : (0,safe/* say */.cv) `"${said}"`;
}
function placeOf(headers, { url, show }) {
    const place = URL.parse(headers.location ?? '', url.href);
    if (!place || !/^https?:$/.test(place.protocol))
        return (0,safe/* say */.cv) `a place that is no URL`;
    if (place.origin === url.origin)
        return (0,safe/* say */.cv) `another path of the same server`;
    return show(place.origin + place.pathname);
}

;// CONCATENATED MODULE: ./build/http/status.js
function isWithin(status, ranges) {
    return ranges.some(([from, to]) => status >= from && status <= to);
}
function isSuccess(status) {
    return isWithin(status, [[200, 299]]);
}

;// CONCATENATED MODULE: ./build/n8n/mcp-message.js

function mcpRequest(method, params) {
    return { jsonrpc: '2.0', id: 1, method, params };
}
function mcpToolCall(name, args) {
    return mcpRequest('tools/call', { name, arguments: args });
}
const MCP_ACCEPT = 'application/json, text/event-stream';
function readAnswer(text) {
    for (const message of text.trimStart().startsWith('{') ? [text] : eventsIn(text)) {
        const rpc = tryJson(message);
        if (!json_isMap(rpc) || rpc['jsonrpc'] !== '2.0')
            continue;
        const { result, error } = rpc;
        if (json_isMap(error))
            return { kind: 'refused', code: numberOf(error['code']), message: json_scalarText(error['message']) };
        if (json_isMap(result))
            return readResult(result);
    }
    return undefined;
}
function readResult(result) {
    const { structuredContent, content, isError } = result;
    const [first] = Array.isArray(content) ? content : [];
    const text = json_textOf(json_mapOf(first)['text']);
    if (isError === true) {
        return { kind: 'refused', code: undefined, message: text || json_scalarText(json_mapOf(structuredContent)['error']) };
    }
    if (json_isMap(structuredContent))
        return { kind: 'result', data: structuredContent };
    const data = tryJson(text);
    return { kind: 'result', data: json_isMap(data) ? data : result };
}
function eventsIn(text) {
    const lines = text.replace(/\r\n?/g, '\n');
    return lines.split(/\n{2,}/).map((event) => event
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).replace(/^ /, ''))
        .join('\n'));
}
function isMcpToken(key) {
    const claims = tryJson(Buffer.from(key.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (!json_isMap(claims))
        return false;
    return [claims['aud']].flat().includes('mcp-server-api');
}

;// CONCATENATED MODULE: ./build/verdict/verdict.js

const verdict_NOTHING = (0,safe/* say */.cv) ``;
const CLAIMS = { yes: 'failed', no: 'not triggered', maybe: 'may have run' };
function claimOf({ claim, ran }) {
    return claim ?? CLAIMS[ran];
}
function explain({ message, ran, resumes, hint }) {
    const whetherItRan = resumes && ran === 'no' ? NOT_RESUMED : RAN[ran];
    return join([message, whetherItRan, hint].map(asSentence));
}
function asSentence(text) {
    return text === '' || /[.!?\u2026)"]$|https?:\S+$/.test(text) ? text : say `${text}.`;
}
const NOT_RESUMED = (0,safe/* say */.cv) `The execution was not resumed.`;
const RAN = {
    yes: verdict_NOTHING,
    no: (0,safe/* say */.cv) `The workflow did not run.`,
    maybe: (0,safe/* say */.cv) `The workflow may have run.`,
};

;// CONCATENATED MODULE: ./build/verdict/rows/mcp.js






const SETTINGS = (0,safe/* say */.cv) `n8n, Settings, Instance-level MCP`;
const REFUSALS = [
    {
        row: 'mcp-not-available',
        words: /not available in MCP/i,
        hint: (0,safe/* say */.cv) `In n8n, turn on "Available in MCP" in the workflow's menu or settings.`,
    },
    {
        row: 'mcp-not-found',
        words: /^Workflow not found|don't have permission/i,
        hint: (0,safe/* say */.cv) `Compare workflow-id with the editor's address, \u2026/workflow/ID; the token's owner needs the right to run it. Older n8n says the same of a workflow that is not available in MCP.`,
    },
    { row: 'mcp-archived', words: /is archived/i, hint: (0,safe/* say */.cv) `Unarchive and publish it in n8n.` },
    { row: 'mcp-not-published', words: /no published \(active\) version/i, hint: (0,safe/* say */.cv) `Publish it in n8n.` },
    {
        row: 'mcp-trigger',
        words: /^Trigger node|\btriggerNodeName\b|^This workflow has (?:no|multiple) trigger|trigger nodes? can be executed/i,
        hint: (0,safe/* say */.cv) `Compare trigger-node and payload with the published version in n8n.`,
    },
];
const NOT_UNDERSTOOD = [-32700, -32600, -32601, -32602];
function mcp_mcpRefusal(jsonMessage, show, code) {
    const message = (0,safe/* say */.cv) `n8n's MCP server refused: ${show(jsonMessage)}`;
    const known = REFUSALS.find(({ words }) => words.test(jsonMessage));
    if (known)
        return { row: known.row, success: false, ran: 'no', message, hint: known.hint };
    const notUnderstood = NOT_UNDERSTOOD.includes(code) ||
        /-32602|Input validation error|unrecognized[ _]key|Tool \S+ not found/i.test(jsonMessage);
    return {
        row: 'mcp-refused',
        success: false,
        ran: notUnderstood ? 'no' : 'maybe',
        message,
        hint: notUnderstood
            ? (0,safe/* say */.cv) `This version of n8n does not understand what the action sends. Please report this.`
            : (0,safe/* say */.cv) `Look at the workflow's executions in n8n.`,
    };
}
const mcp_mcpAccess = [
    {
        name: 'mcp-disabled',
        matches: ({ status, jsonMessage }) => (status === 404 || status === 403) && jsonMessage === 'MCP access is disabled',
        why: (status) => ({
            message: (0,safe/* say */.cv) `MCP access is disabled in this n8n (${status}).`,
            hint: (0,safe/* say */.cv) `An owner or admin turns it on: ${SETTINGS}.`,
        }),
        isTransient: false,
    },
    {
        name: 'mcp-unauthorized',
        matches: ({ status, headers }) => status === 401 && /n8n MCP/.test(headers['www-authenticate'] ?? ''),
        why: (status) => ({
            message: (0,safe/* say */.cv) `n8n's MCP server does not accept this secret-key (${status}).`,
            hint: (0,safe/* say */.cv) `A new access token revokes the previous one: use the user's current token (${SETTINGS}, Connect).`,
        }),
        isTransient: false,
    },
    {
        name: 'mcp-not-there',
        matches: ({ status }) => status === 404 || status === 405,
        why: (status, addressInput) => ({
            message: (0,safe/* say */.cv) `n8n has no MCP server at this address (${status}).`,
            hint: (0,safe/* say */.cv) `Check that ${addressInput} is the address that opens n8n in the browser. Older versions of n8n have no MCP server, and N8N_DISABLED_MODULES can turn it off.`,
        }),
        isTransient: true,
    },
];
const mcpRows = mcp_mcpAccess.map(({ name, matches, why, isTransient }) => ({
    name,
    matches,
    verdict: ({ status, call }) => ({
        success: false,
        ran: 'no',
        ...(isTransient && { retry: A_LITTLE }),
        ...why(status, call.show(call.addressInput)),
    }),
}));
const mcpAnswerRows = [
    {
        name: 'workflow-failed',
        matches: ({ status, text }) => isSuccess(status) && isFailure(executionIn(text) ?? {}),
        verdict: () => ({
            inconclusive: true,
            success: false,
            ran: 'yes',
            message: (0,safe/* say */.cv) `The workflow ran and failed.`,
            hint: (0,safe/* say */.cv) `Open the workflow's executions in n8n to see what happened.`,
        }),
    },
    {
        name: 'mcp-started',
        matches: ({ status, text }) => isSuccess(status) && executionIn(text) !== undefined,
        verdict: () => ({ success: true, ran: 'yes', message: verdict_NOTHING, hint: verdict_NOTHING }),
    },
    {
        name: 'mcp-refused',
        matches: ({ status, text }) => isSuccess(status) && readAnswer(text) !== undefined,
        verdict: ({ text, call }) => {
            const answer = readAnswer(text);
            return answer?.kind === 'refused'
                ? mcp_mcpRefusal(answer.message, call.show, answer.code)
                : mcp_mcpRefusal(json_scalarText(answer?.data['error']) || 'it gave no execution', call.show);
        },
    },
    {
        name: 'mcp-unreadable',
        matches: ({ status }) => isSuccess(status),
        verdict: (view) => ({
            success: false,
            ran: 'maybe',
            message: (0,safe/* say */.cv) `The reply is not from an MCP server: HTTP ${view.status} with ${quoteReply(view)}.`,
            hint: (0,safe/* say */.cv) `Check that ${view.call.show(view.call.addressInput)} is the address of n8n, and that nothing in front of it replied.`,
        }),
    },
];
function executionIn(text) {
    const answer = readAnswer(text);
    return answer?.kind === 'result' && isId(answer.data['executionId']) ? answer.data : undefined;
}
function isFailure(result) {
    return (result['success'] === false || json_isMap(result['error']) || /^(?:error|crashed)$/.test(json_scalarText(result['status'])));
}
function isId(value) {
    return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

;// CONCATENATED MODULE: ./build/verdict/api.js





const SOURCES = {
    url: { name: (0,safe/* say */.cv) `url`, hint: (0,safe/* say */.cv) `Check url` },
    'api-url': { name: (0,safe/* say */.cv) `api-url`, hint: (0,safe/* say */.cv) `Check api-url` },
    webhook: {
        name: (0,safe/* say */.cv) `The part of url before /webhook/`,
        hint: (0,safe/* say */.cv) `Check url, or give n8n's own address in api-url if it has another one`,
    },
};
const NO_ENDPOINT = 'not found';
function judgeApi(made, asked, subject) {
    if (made.kind === 'breakdown')
        return result_failed(unreached(made, asked, API));
    const common = commonFailure(made, asked, API);
    if (common)
        return result_failed(common);
    const { status } = made;
    const text = startOf(made);
    if (status >= 200 && status < 300 && /^\s*\{/.test(text))
        return result_ok(made);
    if (status === 413)
        return result_failed(TOO_LARGE);
    const data = tryJson(text);
    if (json_isMap(data))
        return result_failed(refusal(status, messageIn(text), asked, subject));
    if (status === 401 || status === 403)
        return result_failed(blocked(made, asked, API));
    return result_failed(status === 204 ? SILENT : notThere(status, asked));
}
function judgeText(made, asked, subject) {
    const isText = made.kind === 'reply' && made.status === 200 && !/^\s*<|^n8n is starting up/.test(startOf(made));
    return isText ? result_ok(made) : judgeApi(made, asked, subject);
}
function judgeMcp(made, asked) {
    if (made.kind === 'breakdown')
        return failed(unreached(made, asked, MCP));
    const common = commonFailure(made, asked, MCP);
    if (common)
        return failed(common);
    const { status } = made;
    const text = startOf(made);
    if (status === 200 && /^\s*(?:\{|event:|data:|id:|retry:|:)/.test(text))
        return ok(made);
    const { headers } = made;
    const denied = mcpAccess.find(({ matches }) => matches({ status, headers, jsonMessage: messageIn(text) }));
    if (!denied)
        return failed(mcpElse(made, asked));
    const { message, hint } = denied.why(status, inputName(asked.from));
    return failed({ ...lasting(denied.name, message, hint, status), transient: denied.isTransient });
}
function mcpToolFailure(message, code, show) {
    const refusedTool = mcpRefusal(message, show, code);
    return lasting(refusedTool.row, refusedTool.message, refusedTool.hint);
}
function api_unreadable(thing, size) {
    const bytes = size === undefined ? (0,safe/* say */.cv) `` : (0,safe/* say */.cv) ` (${size} bytes)`;
    return lasting('api-unreadable', (0,safe/* say */.cv) `n8n's API returned ${thing} in a form that cannot be read${bytes}.`);
}
function verdictOf({ code, message, hint = say `` }) {
    return { row: code, success: false, ran: 'no', message, hint };
}
const STOPPED_ASKING = (0,safe/* say */.cv) `The step was stopped while it asked n8n.`;
const API = (0,safe/* say */.cv) `n8n's API`;
const MCP = (0,safe/* say */.cv) `n8n's MCP server`;
const SILENT = lasting('api-silent', (0,safe/* say */.cv) `n8n's API answered with nothing (204), as it does to clients that it takes for crawlers.`, (0,safe/* say */.cv) `Check whether a proxy on the way changes the User-Agent.`, 204);
const TOO_LARGE = lasting('api-refused', (0,safe/* say */.cv) `It is larger than n8n, or a proxy in front of n8n, accepts (HTTP 413).`, (0,safe/* say */.cv) `n8n accepts 16 MiB, or as much as its N8N_PAYLOAD_SIZE_MAX says.`, 413);
function unreached({ code, stage }, { url, from, show }, server) {
    const mayHaveArrived = stage === 'wait' || stage === 'receive';
    if (code === 'ABORTED')
        return { code: 'aborted', message: STOPPED_ASKING, transient: false, mayHaveArrived };
    const message = (0,safe/* say */.cv) `${server} at ${show(url.host)} was not reached (${show(code, 60)}).`;
    const hint = (0,safe/* say */.cv) `${SOURCES[from].hint}, and that this runner can reach that host.`;
    return { code: 'api-unreachable', message, hint, transient: true, mayHaveArrived };
}
function commonFailure(made, { url, from, show }, server) {
    const { status } = made;
    const text = startOf(made);
    const isStarting = text.startsWith('n8n is starting up');
    if (status === 429 || status >= 500 || isStarting) {
        return {
            code: 'api-unavailable',
            message: (0,safe/* say */.cv) `${server} is not available now (HTTP ${status}: ${show(messageIn(text), 100)}).`,
            hint: (0,safe/* say */.cv) `Run the step again when n8n is up.`,
            transient: true,
            status,
            mayHaveArrived: status !== 429 && !isStarting,
        };
    }
    if (status >= 300 && status < 400 && made.headers.location !== undefined) {
        const place = placeOf(made.headers, { url, show });
        const hint = (0,safe/* say */.cv) `${whatToSet(from)}. If a login in front of n8n redirects, put the headers that it requires in api-headers.`;
        return lasting('api-redirect', (0,safe/* say */.cv) `${server} redirects (HTTP ${status}) to ${place}; redirects are not followed, because they would carry the key along.`, hint, status);
    }
    return undefined;
}
function refusal(status, message, asked, subject) {
    const { thing, deed, scope, ifMissing, ifTooOld } = subject;
    switch (status) {
        case 401:
            return lasting('api-unauthorized', (0,safe/* say */.cv) `n8n's API does not accept this secret-key (401).`, (0,safe/* say */.cv) `Check that the key is of this instance and has not expired (n8n, Settings, n8n API); a disabled public API gives the same reply.`, status);
        case 403:
            return lasting('api-forbidden', (0,safe/* say */.cv) `This secret-key has no right to ${deed ?? thing} (403).`, (0,safe/* say */.cv) `Give the key the scope ${scope} (n8n, Settings, n8n API).`, status);
        case 404:
            if (!/not found/i.test(message))
                return notThere(status, asked);
            if (ifTooOld !== undefined && message === NO_ENDPOINT) {
                return lasting('api-too-old', ifTooOld, undefined, status);
            }
            return lasting('api-not-found', (0,safe/* say */.cv) `n8n's API does not know ${thing}, or this secret-key may not see it (404).`, ifMissing ?? (0,safe/* say */.cv) `${SOURCES[asked.from].hint}.`, status);
        case 400:
            if (/^request[/.]query[/.]status (?:must|should) be/.test(message)) {
                const said = asked.show(message, 100);
                return lasting('api-too-old', (0,safe/* say */.cv) `This n8n cannot list running executions (HTTP 400: ${said}).`, (0,safe/* say */.cv) `Update n8n to 1.112 or later.`, status);
            }
            return refused(status, message, asked);
        default:
            return refused(status, message, asked);
    }
}
function refused(status, message, { show }) {
    const said = show(message.replace(/[.\s]+$/, ''), 300);
    return lasting('api-refused', (0,safe/* say */.cv) `n8n's API answered HTTP ${status}: ${said}.`, undefined, status);
}
function blocked(reply, { show }, server) {
    const said = show(startOf(reply), 100) || (0,safe/* say */.cv) `an empty body`;
    return lasting('api-blocked', (0,safe/* say */.cv) `Something in front of ${server} refused the call (HTTP ${reply.status}: ${said}).`, (0,safe/* say */.cv) `n8n itself would refuse in JSON, so this was a proxy or firewall. Let the request pass it, or send what it requires: Basic Auth as user:password@ in url, other headers in api-headers.`, reply.status);
}
function notThere(status, { from }) {
    const message = (0,safe/* say */.cv) `${SOURCES[from].name} is not the address of n8n's API: the reply is not JSON (HTTP ${status}).`;
    if (status !== 404)
        return lasting('api-not-there', message, (0,safe/* say */.cv) `${whatToSet(from)}.`, status);
    const hint = (0,safe/* say */.cv) `${whatToSet(from)}; a disabled public API gives the same reply.`;
    return passing('api-not-there', message, hint, status);
}
function mcpElse(reply, asked) {
    const { status } = reply;
    const message = messageIn(startOf(reply));
    if (status === 401 || status === 403)
        return blocked(reply, asked, MCP);
    const said = asked.show(message, 100) || say `an empty body`;
    return lasting('mcp-unreadable', say `The reply is not from an MCP server (HTTP ${status}: ${said}).`, say `Check that ${inputName(asked.from)} is the address of n8n, and that nothing in front of it replied.`, status);
}
function whatToSet(from) {
    const input = from === 'url' ? (0,safe/* say */.cv) `url` : (0,safe/* say */.cv) `api-url`;
    return (0,safe/* say */.cv) `Set ${input} to the address that opens n8n in the browser, with its sub-path if it has one`;
}
function inputName(from) {
    return from === 'api-url' ? say `api-url` : say `url`;
}
function startOf({ body }) {
    return body.start.toString('utf8');
}
function messageIn(text) {
    const data = tryJson(text);
    return json_isMap(data) && typeof data['message'] === 'string' ? data['message'] : text;
}
function lasting(code, message, hint, status) {
    return {
        code,
        message,
        transient: false,
        mayHaveArrived: false,
        ...(hint !== undefined && hint !== '' && { hint }),
        ...(status !== undefined && { status }),
    };
}
function passing(code, message, hint, status) {
    return { ...lasting(code, message, hint, status), transient: true };
}

// EXTERNAL MODULE: ./build/text/error-code.js
var error_code = __nccwpck_require__(3924);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = require("node:stream");
;// CONCATENATED MODULE: ./build/http/received-body.js







const OUTPUT_LIMIT = 1024 * 1024;
const REPLY_LIMIT = 1024 * 1024 * 1024;
class Unwritable extends Error {
    code;
    constructor(cause) {
        super('unwritable', { cause });
        this.code = `DISK_${(0,error_code/* errorCode */.C)(cause) ?? 'unknown'}`;
    }
}
const OWNER_ONLY = 0o600;
class BodyTooLarge extends Error {
    code = 'TOO_LARGE';
}
async function receiveBody(reply, directory) {
    const chunks = [];
    let size = 0;
    let spill;
    try {
        for await (const chunk of uncompressed(reply)) {
            size += chunk.length;
            if (size > REPLY_LIMIT)
                throw new BodyTooLarge();
            if (size > OUTPUT_LIMIT) {
                spill ??= await onDisk(spillTo(directory, reply.headers['content-type'], chunks));
                await onDisk(spill.handle.appendFile(chunk));
            }
            const room = OUTPUT_LIMIT - (size - chunk.length);
            if (room > 0)
                chunks.push(chunk.subarray(0, room));
        }
    }
    catch (error) {
        await spill?.handle.close();
        if (spill)
            await (0,promises_namespaceObject.rm)(spill.path, { force: true });
        throw error;
    }
    await spill?.handle.close();
    return { start: Buffer.concat(chunks), size, file: spill?.path };
}
async function received_body_discard({ file }) {
    if (file !== undefined)
        await (0,promises_namespaceObject.rm)(file, { force: true });
}
async function onDisk(writing) {
    try {
        return await writing;
    }
    catch (error) {
        throw new Unwritable(error);
    }
}
async function spillTo(directory, contentType, chunks) {
    const path = (0,external_node_path_namespaceObject.join)(directory, await newName(contentType));
    const handle = await (0,promises_namespaceObject.open)(path, 'wx', OWNER_ONLY);
    for (const chunk of chunks)
        await handle.appendFile(chunk);
    return { path, handle };
}
async function writeResponseFile(directory, contentType, data) {
    const path = join(directory, await newName(contentType));
    try {
        writeFileSync(path, data, { flag: 'wx', mode: OWNER_ONLY });
        return ok(path);
    }
    catch (error) {
        return failed(errorCode(error) ?? 'unknown');
    }
}
async function newName(contentType = '') {
    const { default: mime } = await __nccwpck_require__.e(/* import() */ 72).then(__nccwpck_require__.bind(__nccwpck_require__, 72));
    return `n8n-response-${(0,external_node_crypto_.randomUUID)()}.${mime.getExtension(contentType) || 'bin'}`;
}
const CODINGS = /^(?:x-gzip|gzip|deflate|br|zstd)$/;
async function* uncompressed(reply) {
    const codings = (reply.headers['content-encoding'] ?? '').toLowerCase().split(/[\s,]+/);
    const chunks = reply[Symbol.asyncIterator]();
    const compressions = codings.filter((coding) => coding !== '' && coding !== 'identity');
    if (compressions.length === 0 || !compressions.every((coding) => CODINGS.test(coding)))
        return yield* chunks;
    const first = await chunks.next();
    if (first.done)
        return;
    const zlib = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8522, 19));
    let plain = startingWith(first.value, chunks);
    for (const [index, coding] of compressions.reverse().entries()) {
        const isBare = coding === 'deflate' && index === 0 && ((first.value[0] ?? 0) & 0x0f) !== 8;
        plain = (0,external_node_stream_namespaceObject.pipeline)(plain, isBare ? zlib.createInflateRaw() : decoderFor(coding, zlib), () => undefined);
    }
    yield* plain;
}
function decoderFor(coding, zlib) {
    if (coding === 'br')
        return zlib.createBrotliDecompress();
    return coding === 'zstd' ? zlib.createZstdDecompress() : zlib.createUnzip();
}
async function* startingWith(first, rest) {
    yield first;
    yield* rest;
}

;// CONCATENATED MODULE: ./build/http/send-body.js
class UnreadableBody extends Error {
    code = 'UNREADABLE';
}
const send_body_PIECE = 64 * 1024;
async function sendBody(request, body, onLast) {
    let missing = body?.size ?? 0;
    let goOn = () => undefined;
    request.once('close', () => goOn());
    try {
        for await (const chunk of body?.open() ?? []) {
            for (const piece of piecesOf(chunk)) {
                missing -= piece.length;
                if (missing <= 0)
                    onLast();
                await new Promise((resolve) => {
                    goOn = resolve;
                    if (request.write(piece, () => resolve()))
                        resolve();
                });
                if (request.destroyed)
                    return;
            }
        }
    }
    catch (error) {
        request.destroy(new UnreadableBody('the body cannot be read', { cause: error }));
        return;
    }
    if (missing > 0) {
        request.destroy(new UnreadableBody('the body is shorter than announced'));
        return;
    }
    onLast();
    await new Promise((resolve) => {
        goOn = resolve;
        request.end(resolve);
    });
}
function* piecesOf(chunk) {
    for (let from = 0; from < chunk.length; from += send_body_PIECE)
        yield chunk.subarray(from, from + send_body_PIECE);
}

;// CONCATENATED MODULE: ./build/http/version.js
const VERSION = '1.0.0';

;// CONCATENATED MODULE: ./build/http/exchange.js






const USER_AGENT = `n8n-workflow-trigger/${VERSION} (GitHub Actions)`;
async function exchange(request, limits) {
    const deadline = AbortSignal.timeout(limits.timeoutMs);
    const signal = limits.signal ? AbortSignal.any([limits.signal, deadline]) : deadline;
    const connections = limits.connections ?? freshConnections();
    for (let closed = 0;; closed += 1) {
        const { came, wasKept } = await makeAttempt(request, connections, limits.spillDirectory, signal);
        if (came.kind === 'reply')
            return came;
        if (limits.signal?.aborted)
            return { ...came, code: 'ABORTED' };
        if (deadline.aborted)
            return { ...came, code: 'TIMEOUT' };
        if (!wasKept || came.stage === 'receive' || closed === MOST_KEPT)
            return came;
    }
}
async function makeAttempt({ method, url, headers, body }, connections, spillDirectory, signal) {
    const progress = { isConnected: false, isHandedOver: false, status: undefined };
    let opened;
    try {
        signal.throwIfAborted();
        opened = await connections.open(method, url, headersToSend(headers, body), signal);
        const { request, viaProxy } = opened;
        watchConnection(request, progress);
        const reply = replyTo(request);
        const upload = sendBody(request, body, () => {
            progress.isHandedOver = true;
        });
        const message = await reply;
        const status = message.statusCode ?? 0;
        const failure = viaProxy ? (0,http_proxy/* failureOfProxy */.yM)(message) : undefined;
        if (failure)
            throw failure;
        progress.status = status;
        if (status < 300)
            await upload;
        signal.throwIfAborted();
        const uploadComplete = progress.isHandedOver;
        const received = await receiveBody(message, spillDirectory);
        const came = {
            kind: 'reply',
            status,
            headers: withoutPrototype(message.headers),
            body: received,
            uploadComplete,
        };
        return { came, wasKept: request.reusedSocket };
    }
    catch (error) {
        const stage = stageOf(progress);
        const code = codeOf(error);
        const isOfProxy = error instanceof http_proxy/* ProxyFailure */.N$ || (opened?.viaProxy === true && stage === 'connect');
        const came = isOfProxy
            ? { kind: 'breakdown', stage: 'connect', code: code.replace(/^(?!PROXY_)/, 'PROXY_'), status: undefined }
            : { kind: 'breakdown', stage, code, status: progress.status };
        return { came, wasKept: opened?.request.reusedSocket ?? false };
    }
    finally {
        opened?.request.destroy();
    }
}
function stageOf({ isConnected, isHandedOver, status }) {
    if (status !== undefined)
        return 'receive';
    if (!isConnected)
        return 'connect';
    return isHandedOver ? 'wait' : 'send';
}
function watchConnection(request, progress) {
    const connected = () => {
        progress.isConnected = true;
    };
    request.once('socket', (socket) => {
        if (request.reusedSocket)
            connected();
        else
            socket.once('encrypted' in socket ? 'secureConnect' : 'connect', connected);
    });
}
function replyTo(request) {
    return new Promise((resolve, reject) => {
        request.once('response', resolve);
        request.on('error', reject);
        request.once('close', () => reject(new Error('closed')));
    });
}
function headersToSend(headers, body) {
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const all = { 'user-agent': USER_AGENT, ...lower };
    return body ? { 'content-type': body.contentType, ...all, 'content-length': String(body.size) } : all;
}
function withoutPrototype(headers) {
    return Object.assign(Object.create(null), headers);
}
function codeOf(error) {
    const code = (0,error_code/* errorCode */.C)(error);
    if (code !== 'EPROTO')
        return code ?? 'UNKNOWN';
    const reason = /:SSL routines:[^:]*:([^:]+):/.exec(String(error))?.[1];
    return reason === undefined ? code : `ERR_SSL_${reason.replaceAll(' ', '_').toUpperCase()}`;
}

// EXTERNAL MODULE: ./build/text/format.js
var format = __nccwpck_require__(3387);
;// CONCATENATED MODULE: ./build/verdict/attempts.js




const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
const PATIENCE_MS = 300_000;
const DAY_MS = (/* unused pure expression or super */ null && (24 * 60 * 60 * 1000));
async function attempt(plan) {
    let doubtful;
    for (let number = 1;; number += 1) {
        const began = plan.clock.monotonic();
        const exchange = await plan.send();
        const verdict = plan.judge(exchange);
        const sent = { number, exchange, verdict, tookMs: plan.clock.monotonic() - began };
        const { verdict: known, execution } = plan.lookInto && isLost(verdict) ? await plan.lookInto(sent) : sent;
        const askedMs = retryAfterMs(exchange, plan.clock.now());
        const last = askedMs > PATIENCE_MS ? withLongPause(known, askedMs) : known;
        const done = { ...sent, execution, verdict: doubtful ? afterDoubt(last, doubtful) : last };
        const pauseMs = number > plan.retries ? undefined : pauseBefore(number + 1, last, askedMs, plan);
        const isCancelled = plan.signal?.aborted === true;
        plan.onAttempt(done, isCancelled ? undefined : pauseMs);
        if (pauseMs === undefined)
            return done;
        if (!isCancelled)
            await plan.clock.sleep(pauseMs, plan.signal);
        if (plan.signal?.aborted)
            return { ...done, verdict: cancelled(done.verdict) };
        if (last.ran !== 'no')
            doubtful ??= last;
        if (exchange.kind === 'reply')
            await discard(exchange.body);
    }
}
function afterDoubt(last, doubtful) {
    if (last.ran !== 'no')
        return last;
    return { ...doubtful, message: say `${doubtful.message} A later attempt got no further: ${last.message}` };
}
function cancelled({ ran, message }) {
    return {
        row: 'aborted',
        success: false,
        ran,
        claim: 'cancelled',
        message: say `The step was cancelled before another attempt. ${message}`,
        hint: NOTHING,
    };
}
function isLost({ success, ran, retry }) {
    return !success && ran === 'maybe' && retry !== undefined;
}
function withLongPause(verdict, askedMs) {
    if (!verdict.retry || verdict.ran !== 'no')
        return verdict;
    const asked = askedMs > DAY_MS ? say `more than a day` : formatDuration(askedMs);
    const hint = say `The server asks for a pause of ${asked} (Retry-After), which is longer than a step waits. Run it again after that.`;
    return { ...verdict, hint };
}
function pauseBefore(number, verdict, askedMs, plan) {
    if (verdict.success || !verdict.retry)
        return undefined;
    if (verdict.ran === 'yes' || (verdict.ran === 'maybe' && !plan.retryAmbiguous))
        return undefined;
    if (askedMs > PATIENCE_MS)
        return undefined;
    const bound = Math.min(FIRST_PAUSE_MS * 2 ** (number - 2), LONGEST_PAUSE_MS);
    const drawn = Math.floor((bound * (1 + plan.random())) / 2);
    return Math.min(Math.max(verdict.retry.minDelayMs, askedMs) + drawn, PATIENCE_MS);
}
function retryAfterMs(exchange, now) {
    const header = (exchange.kind === 'reply' && exchange.headers['retry-after']) || '';
    if (/^\d+$/.test(header))
        return Number(header) * 1000;
    const date = /^[A-Z][a-z]{2},? /.test(header) ? Date.parse(header) : Number.NaN;
    return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

;// CONCATENATED MODULE: ./build/n8n-api/ask.js






const LARGEST = 64 * 1024 * 1024;
const ATTEMPT_MS = { least: 10_000, most: 30_000 };
const ask_FIRST_PAUSE_MS = 1000;
const ask_LONGEST_PAUSE_MS = 30_000;
const LONGEST_ASKED_MS = 300_000;
async function ask({ request, label, judge, isWrite }, options, settings) {
    const { clock, log, show, tempDirectory: spillDirectory } = settings.host;
    const { deadline, retries = settings.retries } = options;
    const signal = deadline?.signal ?? options.signal;
    const timeoutMs = Math.min(Math.max(settings.timeoutMs, ATTEMPT_MS.least), ATTEMPT_MS.most);
    for (let number = 1;; number += 1) {
        const began = clock.monotonic();
        const connections = isWrite ? settings.fresh : settings.kept;
        const made = await exchange(request, { timeoutMs, spillDirectory, signal, connections });
        const judged = timely(judge(made), deadline);
        const row = judged.ok ? (0,safe/* say */.cv) `ok` : judged.error.code;
        log.debug((0,safe/* say */.cv) `${label}: ${show(row)} in ${Math.round(clock.monotonic() - began)} ms`);
        if (judged.ok)
            return result_ok(await wholeText(judged.value.body));
        if (made.kind === 'reply')
            await received_body_discard(made.body);
        const mayRepeat = judged.error.transient && !(isWrite && judged.error.mayHaveArrived);
        if (!mayRepeat || number > retries || signal?.aborted)
            return judged;
        const pauseMs = pauseAfter(number, made, settings.host);
        if (pauseMs >= Math.min(deadline?.leftMs() ?? Infinity, LONGEST_ASKED_MS))
            return judged;
        await clock.sleep(pauseMs, signal);
        if (signal?.aborted)
            return judged;
    }
}
function timely(judged, deadline) {
    if (judged.ok || judged.error.code !== 'aborted' || !deadline || deadline.isCancelled())
        return judged;
    const message = (0,safe/* say */.cv) `n8n did not answer in time.`;
    return result_failed({ ...judged.error, code: 'api-unreachable', message, transient: true });
}
function pauseAfter(number, made, { clock, random }) {
    const bound = Math.min(ask_FIRST_PAUSE_MS * 2 ** (number - 1), ask_LONGEST_PAUSE_MS);
    return Math.max(retryAfterMs(made, clock.now()), Math.floor((bound * (1 + random())) / 2));
}
async function wholeText(body) {
    const { start, size, file } = body;
    if (file === undefined)
        return start.toString('utf8');
    const text = size <= LARGEST ? await (0,promises_namespaceObject.readFile)(file, 'utf8') : '';
    await received_body_discard(body);
    return text;
}

;// CONCATENATED MODULE: ./build/n8n-api/client.js







function apiClient(instance, settings) {
    const headers = apiHeaders(instance);
    const from = instance.addressFrom;
    const { show } = settings.host;
    const send = (request, path, judge, options) => {
        const url = new URL(`${instance.base}/api/v1/${path}`);
        const question = {
            request: { ...request, url },
            label: (0,safe/* say */.cv) `API: ${show(`${request.method} ${path}`, 120)}`,
            judge: (made) => judge(made, { url, from, show }),
            isWrite: request.method !== 'GET',
        };
        return ask(question, options, settings);
    };
    return {
        base: instance.base,
        show,
        request: async (method, path, subject, { body, ...options } = {}) => {
            const request = { method, headers, ...(body !== undefined && { body: jsonBody(body) }) };
            const answer = await send(request, path, (made, asked) => judgeApi(made, asked, subject), options);
            if (!answer.ok)
                return answer;
            const data = tryJson(answer.value);
            return json_isMap(data) ? result_ok(data) : result_failed(api_unreadable(subject.thing, answer.value.length));
        },
        text: (path, subject, options = {}) => {
            const request = { method: 'GET', headers: { ...headers, accept: '*/*' } };
            return send(request, path, (made, asked) => judgeText(made, asked, subject), options);
        },
    };
}
function apiHeaders({ secretKey, credentials, headers }) {
    const authorization = credentials === undefined ? {} : { authorization: basicAuthorization(credentials) };
    return { ...Object.fromEntries(headers), accept: 'application/json', ...authorization, 'x-n8n-api-key': secretKey };
}

;// CONCATENATED MODULE: ./build/deploy/plan/planned.js
function isChange({ write, publish }) {
    return write !== 'none' || publish;
}

;// CONCATENATED MODULE: ./build/deploy/read/workflow.js

const LONGEST_WORKFLOW_NAME = 128;
function nameOf(node) {
    return typeof node['name'] === 'string' ? node['name'] : '';
}
function typeOf(node) {
    return typeof node['type'] === 'string' ? node['type'] : '';
}
function parametersOf(node) {
    const { parameters } = node;
    return json_isMap(parameters) ? parameters : {};
}
function isEnabled(node) {
    return node['disabled'] !== true;
}

;// CONCATENATED MODULE: ./build/deploy/finding.js


function finding(show, { file, line, workflow, node }, message) {
    const place = line === undefined ? show(file, LONGEST_PATH) : (0,safe/* say */.cv) `${show(file, LONGEST_PATH)}:${line}`;
    const inside = [
        workflow === undefined ? undefined : (0,safe/* say */.cv) `workflow "${show(workflow, LONGEST_NAME)}"`,
        node === undefined ? undefined : (0,safe/* say */.cv) `node "${show(node, LONGEST_NAME)}"`,
    ].filter((part) => part !== undefined);
    return inside.length === 0 ? (0,safe/* say */.cv) `${place}: ${message}` : (0,safe/* say */.cv) `${place}: ${(0,safe/* join */.fj)(inside, ', ')}: ${message}`;
}
function finding_placeOf(workflow, index) {
    const node = index === undefined ? undefined : workflow.nodes[index];
    return {
        file: workflow.file,
        workflow: workflow.name,
        line: index === undefined ? undefined : workflow.lineOf(index),
        node: node === undefined ? undefined : nameOf(node) || `number ${(index ?? 0) + 1}`,
    };
}
const LONGEST_NAME = 60;
const LONGEST_PATH = 120;

;// CONCATENATED MODULE: ./build/deploy/apply/tools.js




function idsOf(standings) {
    return standings.map(({ now }) => now?.id);
}
function setbackAt(standing, standings, doing, failure) {
    return { place: standings.indexOf(standing), doing, failure };
}
async function timed({ planned }, done, { host }, write) {
    const began = host.clock.monotonic();
    const written = await write();
    const took = (0,format/* formatDuration */.a3)(host.clock.monotonic() - began);
    if (written.ok)
        host.log.info((0,safe/* say */.cv) `${host.show(planned.file.name, LONGEST_NAME)}: ${done} in ${took}`);
    return written;
}
async function unlessCancelled(standing, done, tools, write) {
    if (!tools.host.cancelled.aborted)
        return timed(standing, done, tools, write);
    const message = (0,safe/* say */.cv) `The step was cancelled.`;
    return result_failed({ code: 'aborted', message, transient: false, mayHaveArrived: false });
}

;// CONCATENATED MODULE: ./build/deploy/plan/send.js

const NODE_MEMBERS = [
    'id',
    'name',
    'type',
    'typeVersion',
    'position',
    'parameters',
    'credentials',
    'disabled',
    'notes',
    'notesInFlow',
    'retryOnFail',
    'maxTries',
    'waitBetweenTries',
    'alwaysOutputData',
    'executeOnce',
    'continueOnFail',
    'onError',
    'webhookId',
    'customTelemetryTags',
];
const DROPPED_SETTINGS = ['binaryMode', 'credentialResolverId', 'redactionPolicy'];
const UNSET = { errorWorkflow: 'DEFAULT', timezone: 'DEFAULT', executionTimeout: -1 };
function contentFor(file, stored, ability) {
    const nodes = file.nodes.map((node) => nodeFor(node, stored, ability));
    return {
        name: file.name,
        nodes,
        connections: file.connections,
        settings: settingsFor(file.settings, stored, ability),
        ...(file.nodeGroups !== undefined && ability.takes('nodeGroups') && { nodeGroups: file.nodeGroups }),
        ...(file.description !== undefined && ability.versions && { description: file.description }),
    };
}
function settingsLeftOut({ settings }, ability) {
    return Object.keys(settings).filter((name) => !ability.takes(name));
}
function settingsKept({ settings }, stored) {
    const telling = /^(?:errorWorkflow|timezone|executionTimeout|saveExecutionProgress|save(?:Manual|Data).*)$/;
    return Object.entries(stored.draft.settings)
        .filter(([name, value]) => telling.test(name) && !isUnset(name, value) && !Object.hasOwn(settings, name))
        .map(([name]) => name);
}
function unsetValue(name) {
    return Object.hasOwn(UNSET, name) ? UNSET[name] : undefined;
}
function isUnset(name, value) {
    return value === undefined || value === null || value === 'DEFAULT' || value === UNSET[name];
}
function nodeFor(node, stored, ability) {
    const same = (of) => of.find((each) => nameOf(each) === nameOf(node) && typeOf(each) === typeOf(node));
    const before = stored && (same(stored.draft.nodes) ?? same(stored.published?.nodes ?? []));
    const given = Object.fromEntries(NODE_MEMBERS.filter((name) => name !== 'customTelemetryTags' || ability.takes(name)).flatMap((name) => {
        const value = node[name];
        return value === undefined || value === null ? [] : [[name, value]];
    }));
    const filled = ['id', 'webhookId'].flatMap((name) => {
        const value = before?.[name];
        return (given[name] ?? '') === '' && typeof value === 'string' ? [[name, value]] : [];
    });
    return { ...withoutEmptyIds(given), ...Object.fromEntries(filled) };
}
function withoutEmptyIds(node) {
    return Object.fromEntries(Object.entries(node).filter(([name, value]) => !/^(?:id|webhookId)$/.test(name) || value !== ''));
}
function settingsFor(settings, stored, ability) {
    return Object.fromEntries(Object.entries(settings).flatMap(([name, value]) => {
        if (value === null || DROPPED_SETTINGS.includes(name) || !ability.takes(name))
            return [];
        if (value !== 'DEFAULT')
            return [[name, value]];
        return Object.hasOwn(UNSET, name) && !isUnset(name, stored?.draft.settings[name])
            ? [[name, UNSET[name] ?? value]]
            : [];
    }));
}

;// CONCATENATED MODULE: ./build/deploy/plan/compare.js



function difference(before, after) {
    const old = new Map((before?.nodes ?? []).map((node) => [nameOf(node), node]));
    const names = new Set(after.nodes.map(nameOf));
    const both = after.nodes.flatMap((node) => {
        const was = old.get(nameOf(node));
        return was ? [{ name: nameOf(node), parts: changedParts(was, node) }] : [];
    });
    const added = after.nodes.map(nameOf).filter((name) => !old.has(name));
    const removed = [...old.keys()].filter((name) => !names.has(name));
    const order = (nodes, other) => nodes
        .map(nameOf)
        .filter((name) => other.has(name))
        .join('\n');
    return {
        added,
        removed,
        changed: both.filter(({ parts }) => parts.some((part) => part !== 'position')),
        moved: both.filter(({ parts }) => parts.length === 1 && parts[0] === 'position').length,
        wiring: before !== undefined &&
            (!sameJson(before.connections, after.connections) ||
                !sameGroups(before, after) ||
                order(before.nodes, names) !== order(after.nodes, old)),
        renamed: before !== undefined && before.name !== after.name,
        settings: changedSettings(before?.settings ?? {}, after.settings),
    };
}
function isSame({ added, removed, changed, moved, wiring, renamed, settings }) {
    const lists = [added, removed, changed, settings];
    return lists.every((list) => list.length === 0) && moved === 0 && !wiring && !renamed;
}
function doesTheSame(one, other) {
    const bare = ({ nodes, connections }) => ({ name: '', nodes, connections, settings: {} });
    const { added, removed, changed, wiring } = difference(bare(one), bare(other));
    return added.length + removed.length + changed.length === 0 && !wiring;
}
function sameGraph(one, other) {
    return (one.nodes.length === other.nodes.length &&
        one.nodes.every((node, index) => changedParts(node, other.nodes[index] ?? {}).length === 0) &&
        sameJson(one.connections, other.connections) &&
        sameGroups(one, other));
}
function changedSettings(before, after) {
    return Object.entries(after)
        .filter(([name, value]) => !sameJson(before[name] ?? null, value) && !(isUnset(name, before[name]) && isUnset(name, value)))
        .map(([name]) => name);
}
function sameGroups(one, other) {
    if (one.nodeGroups === undefined || other.nodeGroups === undefined)
        return true;
    return sameJson(one.nodeGroups, other.nodeGroups);
}
function sameJson(one, other) {
    if (Array.isArray(one) && Array.isArray(other)) {
        return one.length === other.length && one.every((each, index) => sameJson(each, other[index] ?? null));
    }
    if (json_isMap(one) && json_isMap(other)) {
        const names = Object.keys(one);
        return (names.length === Object.keys(other).length &&
            names.every((name) => Object.hasOwn(other, name) && sameJson(one[name] ?? null, other[name] ?? null)));
    }
    return one === other;
}
function changedParts(before, after) {
    const members = differing(before, after).filter((name) => name !== 'parameters' && name !== 'credentials');
    const credentials = sameJson(compare_idsOf(before), compare_idsOf(after)) ? [] : ['credentials'];
    return [...differing(parametersOf(before), parametersOf(after)), ...credentials, ...members];
}
function differing(before, after) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].filter((name) => !sameJson(before[name] ?? null, after[name] ?? null));
}
function compare_idsOf({ credentials }) {
    if (!json_isMap(credentials))
        return {};
    const entries = Object.entries(credentials);
    return Object.fromEntries(entries.map(([type, given]) => [type, json_isMap(given) ? (given['id'] ?? null) : given]));
}

;// CONCATENATED MODULE: ./build/deploy/apply/write.js



const LOOKS_MS = [0, 1_000];
const LONG_LOOKS_MS = [0, 1_000, 2_000, 4_000];
const MOST_SENT = 3;
async function writeOnce({ send, look, once, clock }) {
    for (let sent = 1;; sent += 1) {
        const written = await send();
        if (written.ok || !written.error.mayHaveArrived)
            return written;
        for (const pauseMs of once ? LONG_LOOKS_MS : LOOKS_MS) {
            if (pauseMs > 0)
                await clock.sleep(pauseMs);
            const done = await look();
            if (done)
                return result_ok(done);
        }
        if (once || sent >= MOST_SENT || written.error.code === 'aborted')
            return written;
    }
}
async function lookFor(api, id, isIt) {
    const read = await api.workflow(id);
    return read.ok && isIt(read.value) ? read.value : undefined;
}
const MANY = 4;
async function readAgain(api, ids) {
    if (ids.length >= MANY) {
        const list = await api.workflows();
        return list.ok ? result_ok(new Map(list.value.map((workflow) => [workflow.id, workflow]))) : list;
    }
    const found = new Map();
    for (const id of ids) {
        const read = await api.workflow(id);
        if (!read.ok)
            return read;
        found.set(id, read.value);
    }
    return result_ok(found);
}
function holds({ draft }, content) {
    return isSame(difference(draft, content)) && sameGraph(draft, content);
}
function interference(message) {
    const hint = (0,safe/* say */.cv) `Give all jobs that deploy to this n8n the same concurrency group, and run the step again.`;
    return { code: 'api-refused', message, hint, transient: false, mayHaveArrived: true };
}

;// CONCATENATED MODULE: ./build/deploy/apply/create.js






async function createAll(missing, standings, contentOf, tools) {
    if (missing.length === 0)
        return undefined;
    const before = await newcomers(tools);
    if (!before.ok)
        return before.error;
    for (const standing of missing) {
        if (before.value(standing).length > 0)
            return interferedAt(standing, standings);
        const wanted = contentOf(standing);
        const made = await unlessCancelled(standing, (0,safe/* say */.cv) `created`, tools, () => create(tools, wanted));
        if (!made.ok) {
            if (made.error.mayHaveArrived) {
                standing.remark = (0,safe/* say */.cv) `it may still be created, because the reply was lost: the next deployment finds it by its name`;
            }
            return setbackAt(standing, standings, (0,safe/* say */.cv) `create it`, made.error);
        }
        standing.now = made.value;
        standing.written = wanted;
    }
    const after = await newcomers(tools);
    if (!after.ok)
        return after.error;
    let setback;
    for (const standing of missing) {
        const older = after.value(standing).find((other) => standing.now && isOlder(other, standing.now));
        if (!older)
            continue;
        await rename(standing, older, tools);
        setback ??= interferedAt(standing, standings);
    }
    return setback;
}
async function newcomers({ api, known, }) {
    const list = await api.workflows();
    if (!list.ok)
        return result_failed({ place: undefined, doing: (0,safe/* say */.cv) `list the workflows again`, failure: list.error });
    const unknown = list.value.filter(({ id, archived }) => !known.has(id) && !archived);
    const names = Map.groupBy(unknown, ({ draft }) => draft.name);
    return result_ok(({ planned }) => names.get(planned.file.name) ?? []);
}
function isOlder(one, other) {
    const [created, otherCreated] = [json_textOf(one.row['createdAt']), json_textOf(other.row['createdAt'])];
    return created === otherCreated ? one.id < other.id : created < otherCreated;
}
async function rename(standing, older, { api, ability, host }) {
    const { now, written } = standing;
    if (!now || !written)
        return;
    const name = `${[...written.name].slice(0, LONGEST_WORKFLOW_NAME - SPARE.length).join('')}${SPARE}`;
    const renamed = await api.update(now.id, { ...written, name }, ability);
    standing.remark = renamed.ok
        ? (0,safe/* say */.cv) `another deployment created it first (${host.show(older.id, 40)}). This run's own is called "${host.show(name)}" now`
        : (0,safe/* say */.cv) `another deployment created it first (${host.show(older.id, 40)}), and this run's own (${host.show(now.id, 40)}) could not be renamed: ${renamed.error.message}`;
}
const SPARE = ' (created twice, delete this one)';
function interferedAt(standing, standings) {
    const failure = interference((0,safe/* say */.cv) `Another deployment created a workflow of this name at the same time.`);
    return setbackAt(standing, standings, (0,safe/* say */.cv) `create it`, failure);
}
function create({ api, known, host }, content) {
    return writeOnce({
        clock: host.clock,
        once: true,
        send: () => api.create(content),
        look: async () => {
            const list = await api.workflows();
            const isIt = ({ id, draft, archived }) => !known.has(id) && !archived && draft.name === content.name;
            return list.ok ? list.value.find(isIt) : undefined;
        },
    });
}

;// CONCATENATED MODULE: ./build/deploy/apply/put-back.js





async function putBack(ordered, tools) {
    const touched = ordered.filter(({ written, publishedVersion }) => written !== undefined || publishedVersion !== undefined);
    if (touched.length === 0)
        return;
    tools.host.log.info((0,safe/* say */.cv) `Putting back what this run changed`);
    const read = await readAgain(tools.api, touched.flatMap(({ now }) => now?.id ?? []));
    const current = (standing) => (read.ok ? read.value.get(standing.now?.id ?? '') : undefined);
    const reversed = [...touched].reverse();
    for (const standing of reversed) {
        const found = current(standing);
        if (!found || !isSomebodys(found, standing))
            continue;
        standing.now = found;
        remark(standing, (0,safe/* say */.cv) `somebody else changed it at the same time, so it was left alone`);
    }
    const own = reversed.filter((standing) => standing.remark === undefined);
    for (const standing of own)
        await putBackPublished(standing, current(standing), tools);
    for (const standing of own)
        await putBackSaved(standing, tools);
}
function isSomebodys(current, { planned, written, publishedVersion }) {
    const { stored } = planned;
    const isKnownDraft = written === undefined ||
        holds(current, written) ||
        (stored !== undefined && sameGraph(current.draft, stored.draft));
    const version = current.published?.versionId;
    const isKnownVersion = publishedVersion === undefined ||
        version === undefined ||
        [publishedVersion, stored?.published?.versionId].includes(version);
    return !isKnownDraft || !isKnownVersion;
}
async function putBackPublished(standing, current, tools) {
    const { api, ability, host } = tools;
    const { planned, publishedVersion, now } = standing;
    const before = planned.stored?.published;
    if (!now || (publishedVersion === undefined && (ability.drafts || !standing.written || !before)))
        return;
    if (before && !ability.drafts)
        return;
    if (current && current.published?.versionId === before?.versionId)
        return;
    const done = await timed(standing, before ? (0,safe/* say */.cv) `put back to the previous version` : (0,safe/* say */.cv) `unpublished again`, tools, () => writeOnce({
        clock: host.clock,
        send: () => before ? api.publish(now.id, before.versionId, undefined, ability) : api.unpublish(now.id, ability),
        look: () => lookFor(api, now.id, ({ published }) => published?.versionId === before?.versionId),
    }));
    if (done.ok)
        standing.now = done.value;
    else
        remark(standing, (0,safe/* say */.cv) `the previous version could not be put back: ${done.error.message}`);
}
async function putBackSaved(standing, tools) {
    const { api, ability, host } = tools;
    const { planned, written, now } = standing;
    const { stored } = planned;
    if (!stored || !now) {
        if (now)
            remark(standing, (0,safe/* say */.cv) `created, and left as an unpublished draft`);
        return;
    }
    if (written) {
        const content = contentBefore(stored, written, standing, tools);
        const saved = await timed(standing, (0,safe/* say */.cv) `put back to the previous content`, tools, () => writeOnce({
            clock: host.clock,
            send: () => api.update(stored.id, content, ability),
            look: () => lookFor(api, stored.id, (workflow) => holds(workflow, content)),
        }));
        if (!saved.ok)
            return remark(standing, (0,safe/* say */.cv) `the previous content could not be put back: ${saved.error.message}`);
        standing.now = saved.value;
        const isOff = stored.published !== undefined && !saved.value.published;
        if (isOff) {
            const on = await api.publish(stored.id, saved.value.versionId, undefined, ability);
            if (!on.ok)
                return remark(standing, (0,safe/* say */.cv) `it could not be published again: ${on.error.message}`);
        }
        const kept = addedSettings(stored, written);
        if (kept.length > 0) {
            const names = (0,safe/* join */.fj)(kept.map((name) => host.show(name, 40)), ', ');
            remark(standing, (0,safe/* say */.cv) `put back, except for settings that n8n cannot remove: ${names}`);
        }
    }
    if (standing.remark === undefined)
        standing.putBack = true;
}
function contentBefore(stored, written, { planned }, { ability }) {
    const before = contentFor({ ...planned.file, ...stored.draft, nodeGroups: stored.draft.nodeGroups }, undefined, ability);
    const undone = Object.keys(written.settings).flatMap((name) => {
        const value = unsetValue(name);
        return isUnset(name, stored.draft.settings[name]) && value !== undefined ? [[name, value]] : [];
    });
    return { ...before, settings: { ...before.settings, ...Object.fromEntries(undone) } };
}
function addedSettings({ draft }, { settings }) {
    return Object.keys(settings).filter((name) => draft.settings[name] === undefined && unsetValue(name) === undefined);
}
function remark(standing, text) {
    standing.remark ??= text;
}

;// CONCATENATED MODULE: ./build/deploy/apply/standing.js
function standingOf(planned) {
    return {
        planned,
        now: planned.stored,
        written: undefined,
        publishedVersion: undefined,
        putBack: false,
        remark: undefined,
        failed: false,
    };
}

;// CONCATENATED MODULE: ./build/http/method.js
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
function methodOf(text) {
    return METHODS.find((method) => method === text);
}

;// CONCATENATED MODULE: ./build/n8n/workflow.js



const KINDS = new Map([
    ['n8n-nodes-base.webhook', 'Webhook'],
    ['n8n-nodes-base.formTrigger', 'Form'],
    ['@n8n/n8n-nodes-langchain.chatTrigger', 'Chat'],
    ['n8n-nodes-base.scheduleTrigger', 'Schedule'],
    ['n8n-nodes-base.manualTrigger', 'Manual'],
    ['n8n-nodes-base.executeWorkflowTrigger', 'Subworkflow'],
]);
function workflow_toWorkflow(data) {
    const version = data['activeVersion'];
    const saved = data['active'] === true && version === undefined ? data : undefined;
    const published = json_isMap(version) ? version : saved;
    return {
        id: json_textOf(data['id']),
        name: json_textOf(data['name']),
        archived: data['isArchived'] === true,
        published: published && triggersOf(published),
        draft: triggersOf(data),
    };
}
function workflow_chooseTrigger(workflow, choice, show) {
    const { published, draft } = workflow;
    const label = labelOf(workflow, show);
    if (workflow.archived) {
        return failed({ message: say `${label} is archived.`, hint: say `Unarchive and publish it in n8n.` });
    }
    if (!published) {
        const hint = say `Publish it in n8n (older n8n: activate it).`;
        return failed({ message: say `${label} has no published version.`, hint });
    }
    const obstacleOf = (trigger) => (trigger.disabled ? DISABLED : choice.obstacle(trigger));
    const isMeant = ({ name }) => choice.name === undefined || name === choice.name;
    const meant = published.filter(isMeant);
    const usable = meant.filter((trigger) => !obstacleOf(trigger));
    const [one, another] = usable;
    if (one && !another)
        return ok(one);
    if (one) {
        return failed({
            message: say `${label} has several triggers: ${namesOf(usable, show)}.`,
            hint: say `Name the one to run in trigger-node.`,
            wrongInput: true,
        });
    }
    const inDraft = draft.find((trigger) => isMeant(trigger) && !obstacleOf(trigger));
    const publishing = inDraft && say `Its draft has ${namesOf([inDraft], show)}: publish it.`;
    if (published.length === 0) {
        const message = say `${label} has no trigger in its published version.`;
        return failed({ message, hint: publishing ?? say `Add a Webhook node and publish.` });
    }
    if (meant.length === 0) {
        const message = say `${label} has no trigger "${show(choice.name ?? '', 80)}", but ${namesOf(published, show)}.`;
        if (publishing)
            return failed({ message, hint: publishing });
        return failed({ message, hint: say `Correct trigger-node.`, wrongInput: true });
    }
    const reasonOf = (trigger) => say `${namesOf([trigger], show)} ${obstacleOf(trigger)?.message ?? say ``}`;
    const hints = new Set(meant.map((trigger) => obstacleOf(trigger)?.hint ?? say ``));
    return failed({
        message: say `${label} has no trigger that this route can run: ${join(workflow_someOf(meant, reasonOf), '; ')}.`,
        hint: publishing ?? join([...hints]),
    });
}
const DISABLED = { message: (0,safe/* say */.cv) `is disabled`, hint: (0,safe/* say */.cv) `Enable it and publish.` };
function labelOf({ name }, show) {
    return say `The workflow "${show(name, 80)}"`;
}
function namesOf(triggers, show) {
    const nameOf = ({ name, kind }) => kind === 'other' ? say `"${show(name, 60)}"` : say `"${show(name, 60)}" (${word(kind)})`;
    return join(workflow_someOf(triggers, nameOf), ', ');
}
const MOST_NAMED = 10;
function workflow_someOf(things, textOfOne) {
    const texts = things.slice(0, MOST_NAMED).map(textOfOne);
    const more = things.length - texts.length;
    return more > 0 ? [...texts, say `and ${more} more`] : texts;
}
function triggersOf(version) {
    return json_mapsOf(version['nodes']).flatMap((node) => {
        const type = json_textOf(node['type']);
        const kind = KINDS.get(type) ?? (/trigger$/i.test(type) ? 'other' : undefined);
        return kind ? [toTrigger(node, kind)] : [];
    });
}
function toTrigger(node, kind) {
    const { name, typeVersion, disabled, webhookId, parameters } = node;
    return {
        kind,
        name: json_textOf(name),
        typeVersion: numberOf(typeVersion ?? 1),
        disabled: disabled === true,
        webhookId: json_textOf(webhookId) || undefined,
        parameters: json_mapOf(parameters),
    };
}
function savingOf(workflow) {
    const settings = mapOf(workflow['settings']);
    const given = (value) => (value === 'DEFAULT' || value === null ? undefined : value);
    return {
        successes: given(settings['saveDataSuccessExecution']),
        failures: given(settings['saveDataErrorExecution']),
    };
}

;// CONCATENATED MODULE: ./build/n8n/form.js





function form_readFields(node) {
    const given = node.parameters['formFields'] ?? {};
    const values = isMap(given) ? (given['values'] ?? []) : undefined;
    if (!Array.isArray(values))
        return undefined;
    return values.map((field, index) => toField(mapOf(field), index, node.typeVersion));
}
function toField(field, index, typeVersion) {
    const [name, label, type] = [textOf(field['fieldName']), textOf(field['fieldLabel']), textOf(field['fieldType'])];
    const key = `field-${index}`;
    const element = type === 'html' ? textOf(field['elementName']) : '';
    const fallback = textOf(field[type === 'hiddenField' ? 'fieldValue' : 'defaultValue']);
    return {
        key,
        label: label || name || element,
        name: element || (typeVersion >= 2.4 && name !== '' ? name : label || name),
        aliases: [label, name, element, key].filter((alias) => alias !== ''),
        isFile: type === 'file',
        takesSeveral: field['multipleFiles'] !== false,
        isRequired: field['requiredField'] === true && type !== 'html',
        isList: field['multiselect'] === true || type === 'checkbox' || type === 'radio',
        fallback: fallback.startsWith('=') ? '' : fallback,
    };
}
function fillForm(fields, data, chosen, show) {
    if (!isMap(data))
        return failed([say `payload: a form needs a map, with one member per field.`]);
    const known = new Set(fields.flatMap(({ aliases }) => aliases));
    const unknown = chosen ? Object.keys(data).filter((member) => !known.has(member)) : [];
    const filled = fields.flatMap((field) => {
        const alias = field.aliases.find((name) => Object.hasOwn(data, name));
        const value = (alias === undefined ? undefined : data[alias]) ?? field.fallback;
        return value === '' ? [] : [{ field, value }];
    });
    const forFiles = filled.filter(({ field }) => field.isFile).map(({ field }) => field);
    const missing = fields.filter((field) => field.isRequired && !field.isFile && !filled.some((one) => one.field === field));
    const labels = (some) => labelsOf(some, show);
    const misfit = [
        ...(unknown.length > 0
            ? [say `payload: the form has no field ${form_quoted(unknown, show)}; its fields are ${labels(fields)}.`]
            : []),
        ...(missing.length > 0 ? [say `payload: the form requires ${labels(missing)}.`] : []),
        ...(forFiles.length > 0
            ? [say `payload: ${labels(forFiles)} takes a file, which a payload cannot hold. Name the file in files.`]
            : []),
    ];
    return misfit.length > 0 ? failed(misfit) : ok(filled);
}
function attachFiles(fields, files, show) {
    const takers = fields.filter(({ isFile }) => isFile);
    const fieldFor = (name) => {
        const named = fields.find(({ aliases }) => aliases.some((alias) => alias.trim() === name));
        return named ?? (name === DEFAULT_FIELD && takers.length === 1 ? takers[0] : undefined);
    };
    const counts = new Map();
    const unknown = new Set();
    const attached = files.flatMap((file) => {
        const field = fieldFor(file.field);
        if (!field)
            unknown.add(file.field);
        else
            counts.set(field, (counts.get(field) ?? 0) + 1);
        return field ? [{ ...file, field: field.key }] : [];
    });
    const unfit = [...counts.keys()].filter(({ isFile }) => !isFile);
    const crowded = takers.filter((field) => !field.takesSeveral && (counts.get(field) ?? 0) > 1);
    const missing = takers.filter((field) => field.isRequired && !counts.has(field));
    if (files.length > 0 && takers.length === 0)
        return failed([say `files: the form has no field for files.`]);
    const labels = (some) => labelsOf(some, show);
    const choice = say `its fields for files are ${labels(takers)}`;
    const misfit = [
        ...(unknown.size > 0 ? [say `files: the form has no field ${form_quoted([...unknown], show)}; ${choice}.`] : []),
        ...(unfit.length > 0 ? [say `files: ${labels(unfit)} takes no file; ${choice}.`] : []),
        ...(crowded.length > 0 ? [say `files: ${labels(crowded)} takes one file, but several were given.`] : []),
        ...(missing.length > 0 ? [say `files: the form requires a file for ${labels(missing)}.`] : []),
    ];
    return misfit.length > 0 ? failed(misfit) : ok(attached);
}
function formBody(filled, files) {
    return multipartBody(filled.map(({ field, value }) => [field.key, fieldText(field, value)]), files);
}
function formData(filled) {
    return Object.fromEntries(filled.map(({ field, value }) => [field.name, value]));
}
function fieldText({ isList }, value) {
    if (isList)
        return JSON.stringify([value].flat());
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
function labelsOf(fields, show) {
    return form_quoted(fields.map(({ label }) => label).filter((label) => label !== ''), show);
}
function form_quoted(names, show) {
    return join(someOf(names, (name) => say `"${show(name, 60)}"`), ', ');
}
const DEFAULT_FIELD = 'data';

;// CONCATENATED MODULE: ./build/n8n/triggers.js







function findTrigger(data, webhookBase, triggerNode, show) {
    const workflow = toWorkflow(data);
    const obstacle = (candidate) => obstacleOfKind(candidate) ?? obstacleOfAddress(candidate, workflow.id);
    const chosen = chooseTrigger(workflow, { name: triggerNode, obstacle }, show);
    if (!chosen.ok)
        return chosen;
    const node = chosen.value;
    const address = `${webhookBase}/${productionPath(workflow.id, node)}`;
    const isForm = node.kind === 'Form';
    return ok({ workflowName: workflow.name, node, address: isForm ? formAddress(address, webhookBase, node) : address });
}
function answersAt(data, { pathname }, method) {
    const workflow = toWorkflow(data);
    const path = segmentsOf(pathAfterEndpoint(pathname));
    return (workflow.published ?? []).some((trigger) => {
        if (trigger.kind !== 'Webhook' || trigger.disabled)
            return false;
        const wanted = segmentsOf(productionPath(workflow.id, trigger));
        const fits = path.length === wanted.length && wanted.every((part, at) => part.startsWith(':') || part === path[at]);
        return wanted.length > 0 && fits && methodsOf(trigger).some((taken) => taken === method);
    });
}
function pathAfterEndpoint(pathname) {
    return /\/webhook(?:-test)?\/(.*)$/.exec(pathname)?.[1] ?? pathname.replace(/^\/[^/]*/, '');
}
function segmentsOf(path) {
    return path.split('/').filter(Boolean).map(decode);
}
function methodsOf({ parameters }) {
    return givenMethods(parameters).flatMap((text) => methodOf(text) ?? []);
}
function methodFor(node, wanted) {
    const methods = methodsOf(node);
    return methods.find((method) => method === wanted) ?? methods[0] ?? wanted;
}
function givenMethods(parameters) {
    const usual = parameters['multipleMethods'] === true ? ['GET', 'POST'] : 'GET';
    return [parameters['httpMethod'] ?? usual].flat().map(json_textOf);
}
function fillPath(address, data, show) {
    const members = mapOf(data);
    const valueFor = (name) => (Object.hasOwn(members, name) ? scalarText(members[name]) : '');
    const names = address.split('/').flatMap((segment) => (/^:./.test(segment) ? [segment.slice(1)] : []));
    const missing = names.filter((name) => valueFor(name) === '');
    if (missing.length > 0) {
        return failed({
            message: say `The webhook's path takes ${quoted(names, show)} from the payload, which lacks ${quoted(missing, show)}.`,
            hint: say `Give each as a top-level member of payload: text, a number or a boolean, and not empty.`,
            wrongInput: true,
        });
    }
    const unfit = names.filter((name) => !fitsIntoPath(valueFor(name)));
    if (unfit.length > 0) {
        return failed({
            message: say `The webhook's path cannot hold the payload's ${quoted(unfit, show)}: n8n accepts no slash, "." or ".." there, and broken Unicode cannot be sent.`,
            hint: say `Send another value, or let the Webhook node take it from the body.`,
            wrongInput: true,
        });
    }
    return ok(new URL(address.replace(/(?<=\/):([^/]+)/g, (_, name) => encodeURIComponent(valueFor(name)))));
}
function fitsIntoPath(value) {
    return value.isWellFormed() && !/\/|^\.{1,2}$/.test(value);
}
function obstacleOfKind({ kind, parameters }) {
    const isForPeople = parameters['authentication'] === 'n8nUserAuth';
    switch (kind) {
        case 'Webhook':
            return undefined;
        case 'Form':
        case 'Chat':
            if (isForPeople) {
                return { message: say `requires a person who is signed in to n8n`, hint: say `Give it Basic Auth and publish.` };
            }
            if (kind === 'Form' || parameters['public'] === true)
                return undefined;
            return {
                message: say `is a chat that is not public`,
                hint: say `Turn on "Make Chat Publicly Available" in it and publish, or use an MCP access token (route mcp) as secret-key.`,
            };
        case 'Schedule':
        case 'Manual':
            return {
                message: say `has no URL`,
                hint: say `Use an MCP access token (route mcp) as secret-key, or add a Webhook node and publish.`,
            };
        case 'Subworkflow':
            return {
                message: say `has no URL`,
                hint: say `Run it through the gateway workflow, or add a Webhook node and publish.`,
            };
        default:
            return { message: say `has no URL that the action knows`, hint: say `Add a Webhook node and publish.` };
    }
}
const LEADS_AWAY = /(?:^|[/\\])(?:\.|%2e){1,2}(?:[/\\?#]|$)/i;
function obstacleOfAddress(trigger, workflowId) {
    const { kind, parameters, webhookId } = trigger;
    const methods = kind === 'Webhook' ? givenMethods(parameters) : [];
    const path = pathOf(trigger);
    if ([path, ...methods].some((text) => text.startsWith('='))) {
        return {
            message: say `has a path or method that is an expression`,
            hint: say `Use mode: webhook with its Production URL.`,
        };
    }
    if (kind === 'Webhook' && methodsOf(trigger).length === 0) {
        return {
            message: say `has no HTTP method that can be called`,
            hint: say `Set its HTTP Method to GET, HEAD, POST, PUT, PATCH or DELETE and publish.`,
        };
    }
    if (isDynamic(path) && webhookId === undefined) {
        return {
            message: say `has a dynamic path and no webhook id, so n8n cannot serve it`,
            hint: say `Open the workflow in the editor, save and publish it.`,
        };
    }
    if ([path, productionPath(workflowId, trigger)].some((text) => LEADS_AWAY.test(text))) {
        return {
            message: say `has a path with "." or ".." in it, which leads away from n8n's webhooks`,
            hint: say `Give it another path and publish.`,
        };
    }
    if (kind === 'Form' && !readFields(trigger)) {
        return {
            message: say `has form fields that come from an expression`,
            hint: say `Define the fields in the node, or add a Webhook node.`,
        };
    }
    return undefined;
}
function isDynamic(path) {
    return /(?:^|\/):/.test(path);
}
function pathOf({ kind, typeVersion, parameters }) {
    const holder = kind === 'Form' && typeVersion >= 2.2 ? json_mapOf(parameters['options']) : parameters;
    const path = json_textOf(holder['path']);
    const trimmed = path.replace(/^\/+|\/+$/g, '');
    if (kind === 'Chat')
        return 'chat';
    return kind === 'Form' && typeVersion < 2 ? `${trimmed}/n8n-form` : trimmed;
}
function productionPath(workflowId, trigger) {
    const { kind, name, webhookId } = trigger;
    const path = encoded(pathOf(trigger));
    if (webhookId === undefined)
        return `${encodeURIComponent(workflowId)}/${encodeURIComponent(name.toLowerCase())}/${path}`;
    if (kind === 'Chat' || isDynamic(path))
        return `${webhookId}/${path}`;
    return path || webhookId;
}
function encoded(path) {
    const segments = path.toWellFormed().split('/');
    return segments
        .map((segment) => (/^:./.test(segment) ? segment : encodeURIComponent(segment).replaceAll('%3A', ':')))
        .join('/');
}
function formAddress(address, webhookBase, { typeVersion }) {
    if (typeVersion < 2)
        return address;
    const { origin, pathname } = new URL(webhookBase);
    const beside = pathname.replace(/\/[^/]*$/, '');
    return `${origin}${beside}/form${address.slice(webhookBase.length)}`;
}

;// CONCATENATED MODULE: ./build/n8n/webhooks.js


function webhooksOf(nodes, workflowId) {
    const { draft } = workflow_toWorkflow({ id: workflowId, nodes: [...nodes] });
    return draft.flatMap((trigger) => {
        const { name, disabled, kind } = trigger;
        if (disabled || !(kind === 'Webhook' || kind === 'Form' || kind === 'Chat'))
            return [];
        if (kind === 'Chat' && trigger.parameters['public'] !== true)
            return [];
        const path = productionPath(workflowId, trigger);
        const methods = kind === 'Webhook' ? methodsOf(trigger) : kind === 'Form' ? ['GET', 'POST'] : ['POST'];
        if (pathOf(trigger).startsWith('=') || methods.length === 0)
            return [];
        const urlAt = (base) => {
            const address = `${base}/${path}`;
            return kind === 'Form' ? formAddress(address, base, trigger) : address;
        };
        return [{ node: name, methods, path, urlAt }];
    });
}

;// CONCATENATED MODULE: ./build/deploy/apply/probe.js

const PAUSE_MS = { first: 100, most: 1000 };
const UNKNOWN_MS = 3_000;
const ONE_LOOK_MS = 10_000;
async function awaitRegistration(probe, withinMs, settings) {
    const { clock, signal } = settings;
    const began = clock.monotonic();
    for (let pauseMs = PAUSE_MS.first;; pauseMs = Math.min(pauseMs * 2, PAUSE_MS.most)) {
        const seen = await look(probe, settings);
        const tookMs = clock.monotonic() - began;
        if (seen === 'registered' || signal.aborted)
            return seen;
        if (tookMs >= (seen === 'unknown' ? Math.min(UNKNOWN_MS, withinMs) : withinMs))
            return seen;
        await clock.sleep(Math.max(1, Math.min(pauseMs, withinMs - tookMs)), signal);
    }
}
async function look({ url, methods }, { spillDirectory, connections, signal }) {
    const request = { method: 'OPTIONS', url, headers: { origin: url.origin } };
    const reply = await exchange(request, { timeoutMs: ONE_LOOK_MS, spillDirectory, connections, signal });
    if (reply.kind !== 'reply')
        return 'unknown';
    const listed = reply.headers['access-control-allow-methods']?.split(',').map((method) => method.trim());
    if (reply.status !== 204 || !listed?.includes('OPTIONS'))
        return 'unknown';
    return methods.every((method) => listed.includes(method)) ? 'registered' : 'missing';
}

;// CONCATENATED MODULE: ./build/deploy/apply/verify.js







const SETTLED_MS = 2_000;
async function verify(ordered, standings, tools) {
    const { host, ability, verification } = tools;
    const live = ordered.filter(({ publishedVersion, written, now }) => publishedVersion !== undefined || (written && now?.published));
    if (live.length === 0)
        return { setback: undefined, unverified: [] };
    const settled = ability.drafts && live.some(({ planned, publishedVersion }) => publishedVersion && planned.stored?.published)
        ? host.clock.sleep(SETTLED_MS, host.cancelled)
        : undefined;
    const seen = await Promise.all(live.map((standing) => probeAll(standing, tools)));
    await settled;
    if (host.cancelled.aborted)
        return { setback: undefined, unverified: [unseen(live, tools)] };
    for (const [index, standing] of live.entries()) {
        if (!seen[index]?.includes('missing'))
            continue;
        const failure = {
            code: 'api-refused',
            message: (0,safe/* say */.cv) `n8n published it, but its webhook was not registered within ${Math.round(verification.publishTimeoutMs / 1000)} s.`,
            hint: (0,safe/* say */.cv) `Look at its triggers in n8n's log.`,
            transient: false,
            mayHaveArrived: true,
        };
        return { setback: setbackAt(standing, standings, (0,safe/* say */.cv) `check that it is live`, failure), unverified: [] };
    }
    return { setback: await compare(live, standings, tools), unverified: unverifiedIn(live, seen, tools) };
}
async function compare(live, standings, { api, ability }) {
    const read = await readAgain(api, live.flatMap(({ now }) => now?.id ?? []));
    if (!read.ok)
        return { place: undefined, doing: (0,safe/* say */.cv) `read back what was published`, failure: read.error };
    for (const standing of live) {
        const { written, publishedVersion } = standing;
        const now = read.value.get(standing.now?.id ?? '');
        if (!now)
            continue;
        const { published } = now;
        const isLive = ability.versions && publishedVersion !== undefined
            ? published?.versionId === publishedVersion
            : published !== undefined;
        standing.now = now;
        if (isLive && (written === undefined || holds(now, written)))
            continue;
        const message = (0,safe/* say */.cv) `n8n has a version other than this run's: another deployment or a person changed the workflow at the same time.`;
        return setbackAt(standing, standings, (0,safe/* say */.cv) `compare it after publishing`, interference(message));
    }
    return undefined;
}
function probeAll({ now }, { host, verification }) {
    const { webhookBase, publishTimeoutMs, connections } = verification;
    const { clock, tempDirectory: spillDirectory, cancelled: signal } = host;
    const settings = { clock, spillDirectory, connections, signal };
    return Promise.all(webhooksOf(now?.published?.nodes ?? [], now?.id ?? '').map(({ methods, urlAt }) => {
        const url = URL.parse(urlAt(webhookBase));
        const probe = url ? { url, methods } : undefined;
        return probe ? awaitRegistration(probe, publishTimeoutMs, settings) : 'unknown';
    }));
}
function unseen(live, tools) {
    return (0,safe/* say */.cv) `The step was cancelled before it could check the webhooks of ${verify_namesOf(live, tools)}. Everything is published; look at it in n8n.`;
}
function verify_namesOf(standings, { host }) {
    return (0,safe/* join */.fj)(standings.map(({ planned }) => (0,safe/* say */.cv) `"${host.show(planned.file.name, LONGEST_NAME)}"`), ', ');
}
function unverifiedIn(live, seen, tools) {
    const unreachable = live.filter((_, index) => seen[index]?.includes('unknown'));
    const others = live.filter(({ now }) => (now?.published?.nodes ?? []).some((node) => isEnabled(node) && STARTS_LATER.test(typeOf(node))));
    return [
        unreachable.length > 0
            ? (0,safe/* say */.cv) `n8n did not answer at the webhook address for ${verify_namesOf(unreachable, tools)}, so whether the webhooks are registered is unknown. Set webhook-base to their address.`
            : undefined,
        others.length > 0
            ? (0,safe/* say */.cv) `${verify_namesOf(others, tools)}: n8n's API does not show whether a schedule, poll or subscription was started. Check the workflow in n8n.`
            : undefined,
    ].filter((line) => line !== undefined);
}
const STARTS_LATER = /(?:Trigger|\.cron|\.interval|\.emailReadImap)$(?<!\.manualTrigger|\.errorTrigger|\.executeWorkflowTrigger|\.formTrigger|\.chatTrigger)/;

;// CONCATENATED MODULE: ./build/deploy/apply/webhook-ids.js

const WITH_WEBHOOK = /\.(?:webhook|formTrigger|form|chatTrigger|chat|wait)$/;
function completed(content, { versions }, newId) {
    if (versions)
        return content;
    const isWithout = (node) => WITH_WEBHOOK.test(typeOf(node)) && node['webhookId'] === undefined;
    return { ...content, nodes: content.nodes.map((node) => (isWithout(node) ? { ...node, webhookId: newId() } : node)) };
}

;// CONCATENATED MODULE: ./build/deploy/apply/apply.js









async function apply(plan, tools) {
    const standings = plan.workflows.map(standingOf);
    const ordered = plan.order.flatMap((place) => standings[place] ?? []).filter(({ planned }) => isChange(planned));
    const setback = (await saveAll(ordered, standings, tools)) ??
        (await compareAll(ordered, standings, tools)) ??
        (await publishAll(ordered, standings, tools));
    if (setback)
        return fail(setback, ordered, standings, tools);
    const live = await verify(ordered, standings, tools);
    if (live.setback)
        return fail(live.setback, ordered, standings, tools);
    return { standings, setback: undefined, unverified: live.unverified };
}
async function fail(setback, ordered, standings, tools) {
    const at = setback.place === undefined ? undefined : standings[setback.place];
    if (at)
        at.failed = true;
    await putBack(ordered, tools);
    return { standings, setback, unverified: [] };
}
async function saveAll(ordered, standings, tools) {
    const { api, ability, host } = tools;
    const content = (standing) => completed(standing.planned.contentWith(idsOf(standings), standing.now), ability, host.randomUUID);
    const missing = ordered.filter(({ planned }) => planned.write === 'create');
    const setback = await createAll(missing, standings, content, tools);
    if (setback)
        return setback;
    for (const standing of ordered.filter(({ planned }) => planned.write !== 'none')) {
        const wanted = content(standing);
        const { now } = standing;
        standing.written = wanted;
        const isCreated = standing.planned.write === 'create';
        if (!now || (isCreated && holds(now, wanted) && wanted.description === undefined))
            continue;
        const done = ability.drafts || !now.published ? (0,safe/* say */.cv) `saved` : (0,safe/* say */.cv) `saved and live`;
        const saved = await unlessCancelled(standing, done, tools, () => writeOnce({
            clock: host.clock,
            send: () => api.update(now.id, wanted, ability),
            look: () => lookFor(api, now.id, (workflow) => holds(workflow, wanted)),
        }));
        if (!saved.ok)
            return setbackAt(standing, standings, (0,safe/* say */.cv) `save it`, saved.error);
        standing.now = saved.value;
    }
    return undefined;
}
async function compareAll(ordered, standings, { api }) {
    const written = ordered.filter((standing) => standing.written !== undefined);
    const read = await readAgain(api, written.flatMap(({ now }) => now?.id ?? []));
    if (!read.ok)
        return { place: undefined, doing: (0,safe/* say */.cv) `read back what was saved`, failure: read.error };
    for (const standing of written) {
        const now = read.value.get(standing.now?.id ?? '');
        if (!now || !standing.written || !holds(now, standing.written)) {
            const message = (0,safe/* say */.cv) `n8n accepted what was written, but now has something else: another deployment or a person changed it at the same time, or this n8n did not save it.`;
            return setbackAt(standing, standings, (0,safe/* say */.cv) `compare it`, interference(message));
        }
        standing.now = now;
    }
    return undefined;
}
async function publishAll(ordered, standings, tools) {
    const { api, ability, host, label } = tools;
    for (const standing of ordered.filter(({ planned }) => planned.publish)) {
        const { now } = standing;
        if (!now)
            continue;
        if (!ability.versions && now.published)
            continue;
        const { id, versionId } = now;
        const published = await unlessCancelled(standing, (0,safe/* say */.cv) `published`, tools, () => writeOnce({
            clock: host.clock,
            send: () => api.publish(id, versionId, label, ability),
            look: () => lookFor(api, id, (workflow) => isLive(workflow, versionId, ability)),
        }));
        standing.publishedVersion = versionId;
        if (!published.ok)
            return setbackAt(standing, standings, (0,safe/* say */.cv) `publish it`, published.error);
        standing.now = published.value;
    }
    return undefined;
}
function isLive({ published }, versionId, { versions }) {
    return published !== undefined && (!versions || published.versionId === versionId);
}

;// CONCATENATED MODULE: ./build/deploy/apply/label.js
const LONGEST = { name: 128, description: 2048 };
function repositoryUrl(env) {
    return `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${env['GITHUB_REPOSITORY'] ?? ''}`;
}
function labelFor(versionName, env) {
    const { GITHUB_REPOSITORY: repository = '', GITHUB_SHA: sha = '', GITHUB_RUN_ID: run = '' } = env;
    const url = repositoryUrl(env);
    const name = versionName || `${repository}@${sha.slice(0, 7)}`;
    const description = `Deployed from ${url}/commit/${sha} by ${url}/actions/runs/${run}`;
    return { name: cut(name, LONGEST.name), description: cut(description, LONGEST.description) };
}
function cut(text, most) {
    return [...text].slice(0, most).join('');
}

;// CONCATENATED MODULE: ./build/deploy/check/schedule.js




async function scheduleProblems(workflow, show) {
    const problems = [];
    for (const [index, node] of workflow.nodes.entries()) {
        for (const expression of isEnabled(node) ? cronExpressionsOf(node) : []) {
            if (expression.startsWith('=') || (await isCron(expression)))
                continue;
            const message = (0,safe/* say */.cv) `"${show(expression, 40)}" is not a cron expression: n8n would publish it and never run it.`;
            problems.push(finding(show, finding_placeOf(workflow, index), message));
        }
    }
    return problems;
}
function cronExpressionsOf(node) {
    const parameters = parametersOf(node);
    switch (typeOf(node)) {
        case 'n8n-nodes-base.scheduleTrigger':
            return itemsAt(parameters, 'rule', 'interval')
                .filter(({ field }) => field === 'cronExpression')
                .map(({ expression }) => (typeof expression === 'string' ? expression : ''));
        case 'n8n-nodes-base.cron':
            return itemsAt(parameters, 'triggerTimes', 'item')
                .filter(({ mode }) => mode === 'custom')
                .map(({ cronExpression }) => (typeof cronExpression === 'string' ? cronExpression : ''));
        default:
            return [];
    }
}
function itemsAt(parameters, group, list) {
    const inner = parameters[group];
    const items = json_isMap(inner) ? inner[list] : undefined;
    return Array.isArray(items) ? items.filter(json_isMap) : [];
}
const UNKNOWN_TO_N8N = /[#?]|(?:^|[\s,\d])[LW](?=[\s,W]|$)|@midnight|@annually/i;
async function isCron(expression) {
    if (UNKNOWN_TO_N8N.test(expression))
        return false;
    const { Cron } = await __nccwpck_require__.e(/* import() */ 949).then(__nccwpck_require__.bind(__nccwpck_require__, 9949));
    try {
        new Cron(expression.trim().replace(/\/[1-9]\d*/g, '/1'), {
            paused: true,
            mode: '5-or-6-parts',
            sloppyRanges: true,
        });
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/deploy/check/structure.js




function structureProblems(workflow, show) {
    return [...nodeProblems(workflow, show), ...connectionProblems(workflow, show)];
}
function nodeProblems(workflow, show) {
    const names = new Set();
    const ids = new Set();
    return workflow.nodes.flatMap((node, index) => {
        const problems = [];
        const name = nameOf(node);
        if (name === '')
            problems.push((0,safe/* say */.cv) `has no name.`);
        else if (names.has(name))
            problems.push((0,safe/* say */.cv) `has the same name as another node of the workflow.`);
        names.add(name);
        const { id, position, parameters, credentials } = node;
        if (typeof id === 'string' && id !== '') {
            if (ids.has(id))
                problems.push((0,safe/* say */.cv) `has the same id as another node of the workflow.`);
            ids.add(id);
        }
        else if (id !== undefined && id !== null && id !== '') {
            problems.push((0,safe/* say */.cv) `has an id that is not a string.`);
        }
        if (typeOf(node) === '')
            problems.push((0,safe/* say */.cv) `has no type.`);
        if (!isPosition(position))
            problems.push((0,safe/* say */.cv) `needs a position of two numbers.`);
        if (parameters !== undefined && parameters !== null && !json_isMap(parameters)) {
            problems.push((0,safe/* say */.cv) `has "parameters" that are not an object.`);
        }
        if (credentials !== undefined && credentials !== null && !json_isMap(credentials)) {
            problems.push((0,safe/* say */.cv) `has "credentials" that are not an object.`);
        }
        return problems.map((problem) => finding(show, finding_placeOf(workflow, index), problem));
    });
}
function isPosition(position) {
    return Array.isArray(position) && position.length === 2 && position.every((part) => typeof part === 'number');
}
function connectionProblems(workflow, show) {
    const names = new Set(workflow.nodes.map(nameOf));
    const problems = new Set();
    for (const [source, outputs] of Object.entries(workflow.connections)) {
        if (!names.has(source)) {
            problems.add((0,safe/* say */.cv) `a connection begins at the node "${show(source, LONGEST_NAME)}", which does not exist.`);
        }
        for (const target of targetsOf(outputs)) {
            if (names.has(target))
                continue;
            problems.add((0,safe/* say */.cv) `a connection of the node "${show(source, LONGEST_NAME)}" leads to the node "${show(target, LONGEST_NAME)}", which does not exist.`);
        }
    }
    return [...problems].map((problem) => finding(show, finding_placeOf(workflow), problem));
}
function targetsOf(outputs) {
    const lists = json_isMap(outputs) ? Object.values(outputs) : [];
    return lists
        .flatMap((list) => (Array.isArray(list) ? list : []))
        .flatMap((output) => (Array.isArray(output) ? output : []))
        .flatMap((link) => (json_isMap(link) && typeof link['node'] === 'string' ? [link['node']] : []));
}

;// CONCATENATED MODULE: ./build/deploy/check/files.js




async function checkFiles(workflows, show) {
    const each = await Promise.all(workflows.map(async (workflow) => [
        ...structureProblems(workflow, show),
        ...(await scheduleProblems(workflow, show)),
    ]));
    return [...twins(workflows, show), ...each.flat()];
}
function twins(workflows, show) {
    const names = new Map();
    const ids = new Map();
    return workflows.flatMap((workflow) => {
        const { name, id } = workflow;
        const sameName = names.get(name);
        const sameId = id === undefined ? undefined : ids.get(id);
        names.set(name, sameName ?? workflow);
        if (id !== undefined)
            ids.set(id, sameId ?? workflow);
        const problems = [];
        if (sameName)
            problems.push((0,safe/* say */.cv) `has the same name as a workflow in ${show(sameName.file)}.`);
        if (sameId)
            problems.push((0,safe/* say */.cv) `has the same id as a workflow in ${show(sameId.file)}.`);
        return problems.map((problem) => finding(show, finding_placeOf(workflow), problem));
    });
}

;// CONCATENATED MODULE: ./build/text/problem.js

function problem_wrong(...lines) {
    return result_failed(lines.map((line) => ({ line, isUnset: false })));
}
function unset(line) {
    return result_failed([{ line, isUnset: true }]);
}
function soundOf(fields) {
    const sound = {};
    for (const name in fields) {
        const field = fields[name];
        if (field.ok)
            sound[name] = field.value;
    }
    return sound;
}
function gather(fields) {
    const sound = soundOf(fields);
    if (isWhole(sound, fields))
        return result_ok(sound);
    return result_failed(problemsOf(Object.values(fields)));
}
function problemsOf(results) {
    return results.flatMap((result) => (result.ok ? [] : result.error));
}
function isWhole(sound, fields) {
    return Object.keys(fields).every((name) => name in sound);
}

// EXTERNAL MODULE: ./build/text/unicode.js
var unicode = __nccwpck_require__(9305);
;// CONCATENATED MODULE: ./build/inputs/values.js



const MILLISECONDS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const LONGEST_HOURS = 596;
function parseDuration(name, text) {
    const [, count, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
    const ms = Math.round(Number(count) * (MILLISECONDS[unit] ?? Number.NaN));
    if (Number.isNaN(ms)) {
        return problem_wrong(`${name}: ${quote(text)} is not a duration. Write seconds, or 500ms, 30s, 10m, 1h.`);
    }
    if (ms < 1 || ms > LONGEST_HOURS * 3_600_000) {
        return problem_wrong(`${name}: ${quote(text)} is out of range. Give more than zero and at most ${LONGEST_HOURS}h.`);
    }
    return result_ok(ms);
}
function parseCount(name, text, most) {
    if (/^\d{1,9}$/.test(text) && Number(text) <= most)
        return result_ok(Number(text));
    return problem_wrong(`${name}: ${quote(text)} is not a whole number from 0 to ${most}.`);
}
function parseBoolean(name, text) {
    if (/^(true|True|TRUE)$/.test(text))
        return result_ok(true);
    if (/^(false|False|FALSE)$/.test(text))
        return result_ok(false);
    return problem_wrong(`${name}: ${quote(text)} is neither true nor false.`);
}
function parseWord(name, text, words) {
    const found = words.find((word) => word === text);
    if (found !== undefined)
        return result_ok(found);
    return problem_wrong(`${name}: ${quote(text)} is unknown. Use one of: ${words.join(', ')}.`);
}
function parseStatusRanges(name, text) {
    const ranges = [];
    for (const part of text.split(',').map((piece) => piece.trim())) {
        const match = /^([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?$/.exec(part);
        const from = Number(match?.[1]);
        const to = Number(match?.[2] ?? match?.[1]);
        if (!match || from > to) {
            return wrong(`${name}: ${quote(part)} is not a status code or range. Write for example 200-299,404.`);
        }
        ranges.push([from, to]);
    }
    return ok(ranges);
}
const values_UNSET = "If it comes from a secret, check the secret's name; runs from forks get no secrets.";
const NO_HOST = /^(?:https?:\/\/(?:[^/?#\\]*@)?)?(?:[:?#\\]|\/(?!\/)|$)/i;
const UNSEEN = (0,unicode/* unicodePattern */.g)(String.raw `[\s\p{Cc}\p{Cf}]`, 'u');
function values_parseUrl(name, text) {
    if (text === '')
        return unset(`${name}: is required. ${values_UNSET}`);
    if (NO_HOST.test(text))
        return unset(`${name}: has no host. ${values_UNSET}`);
    if ((0,unicode/* isAscii */.E)(text) ? /[\0-\x20\x7f]/.test(text) : UNSEEN().test(text)) {
        return problem_wrong(`${name}: contains a space, line break or invisible character. Write a space as %20.`);
    }
    const url = URL.parse(text);
    if (!url || !/^https?:\/\//i.test(text)) {
        return problem_wrong(`${name}: is not an absolute http or https URL, like https://n8n.example.com/\u2026`);
    }
    return result_ok(url);
}
function isQuoted(text) {
    return /^(["']).*\1$/s.test(text);
}
function quote(text) {
    const line = text.replace(/\s+/g, ' ');
    return `"${line.length > 40 ? `${line.slice(0, 40)}\u2026` : line}"`;
}

;// CONCATENATED MODULE: ./build/inputs/address.js




function parseWorkflowId(text) {
    if (text === '')
        return ok(undefined);
    if (/^[A-Za-z0-9_-]{1,64}$/.test(text))
        return ok(text);
    return wrong("workflow-id: is not a workflow's id. Take the last part of the editor's address, \u2026/workflow/ID.");
}
function parseInstanceUrl(text) {
    if (text === '')
        return ok(undefined);
    const url = parseUrl('api-url', text);
    if (!url.ok)
        return url;
    if (credentialsOf(url.value) !== undefined) {
        return wrong("api-url: contains credentials. Put them in url: n8n's API gets them, too, if it has the same origin.");
    }
    return ok(url.value.origin + withoutApiPath(url.value.pathname));
}
function parseWebhookBase(text) {
    if (!/^[a-z][a-z0-9+.-]*:/i.test(text))
        return result_ok(text.replace(/^\/+|\/+$/g, ''));
    const url = values_parseUrl('webhook-base', text);
    if (!url.ok)
        return url;
    if (address_credentialsOf(url.value) !== undefined) {
        return problem_wrong('webhook-base: contains credentials. Put them in basic-auth.');
    }
    return result_ok(url.value.origin + url.value.pathname.replace(/\/+$/, ''));
}
function withoutApiPath(path) {
    return path.replace(/\/+$/, '').replace(/\/api\/v\d+$/, '');
}

;// CONCATENATED MODULE: ./build/inputs/headers.js




const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const RESERVED = {
    'content-length': 'is computed from the body',
    'transfer-encoding': 'is set by the HTTP client',
    connection: 'is set by the HTTP client',
    'keep-alive': 'is set by the HTTP client',
    upgrade: 'is not supported',
    expect: 'is not supported',
    te: 'is not supported',
    trailer: 'is not supported',
    'content-type': 'has an input of its own: content-type',
    traceparent: 'is how the step finds the execution; to continue a trace, set TRACEPARENT in env',
};
const RESERVED_BY_API = {
    ...RESERVED,
    'content-type': 'is set by the action',
    host: "is set from n8n's address",
    'x-n8n-api-key': 'carries secret-key',
};
async function parseHeaders(name, text) {
    const seen = new Set();
    const headers = (await readPairs(name, text)).map((pair) => (pair.ok ? checkHeader(name, pair.value, seen) : pair));
    const problems = problemsOf(headers);
    return problems.length > 0 ? result_failed(problems) : result_ok(headers.flatMap((header) => (header.ok ? [header.value] : [])));
}
function checkHeader(name, [header, untrimmed], seen) {
    const value = untrimmed.replace(/^[ \t]+|[ \t]+$/g, '');
    const isForApi = name === 'api-headers';
    const reserved = isForApi ? RESERVED_BY_API : RESERVED;
    const lower = header.toLowerCase();
    const isRepeated = seen.has(lower);
    seen.add(lower);
    if (!TOKEN.test(header))
        return problem_wrong(`${name}: "${printable(header)}" is not a header name.`);
    if (Object.hasOwn(reserved, lower))
        return problem_wrong(`${name}: ${header} ${reserved[lower]}.`);
    if (isRepeated)
        return problem_wrong(`${name}: ${header} is given twice.`);
    if (/[\r\n]/.test(value))
        return problem_wrong(`${name}: the value of ${header} has a line break in it.`);
    if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) {
        return problem_wrong(`${name}: the value of ${header} has a character that a header cannot carry.`);
    }
    if (isForApi && lower === 'user-agent' && /bot/i.test(value)) {
        return problem_wrong(`${name}: ${header} contains "bot", and n8n's API ignores crawlers.`);
    }
    if (value === '') {
        return unset(`${name}: the value of ${header} is empty. ${values_UNSET} If it may be empty, write a word instead: \${{ \u2026 || 'none' }}.`);
    }
    if (hasSecretName(header) && SCHEME.test(value)) {
        return unset(`${name}: the value of ${header} is empty after its scheme. ${values_UNSET}`);
    }
    return result_ok([header, value]);
}
async function readPairs(name, text) {
    const isFlow = text.startsWith('{');
    const lines = isFlow
        ? [problem_wrong(`${name}: begins with "{" but is neither a JSON nor a YAML map.`)]
        : await readLines(name, text);
    return lines.every((line) => line.ok) ? lines : ((await readMap(name, text)) ?? lines);
}
async function readLines(name, text) {
    const pairs = [];
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (/^\s*(?:#|$)/.test(line))
            continue;
        const match = /^([^\s:"'][^\s:]*):(?:[ \t]+(.*?)[ \t]*|(\S.*?)?[ \t]*)$/s.exec(line);
        pairs.push(match?.[1] === undefined
            ? problem_wrong(`${name}: line ${index + 1} is not of the form "Name: value".`)
            : result_ok([match[1], await unquote(match[2] ?? match[3] ?? '')]));
    }
    return pairs;
}
async function readMap(name, text) {
    const { isAlias, isMap, isScalar, parseDocument } = await __nccwpck_require__.e(/* import() */ 582).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6582, 19));
    const document = parseDocument(text, { schema: 'core', uniqueKeys: false });
    if (document.errors.length > 0 || !isMap(document.contents))
        return undefined;
    const pairs = [];
    for (const { key, value } of document.contents.items) {
        const header = isScalar(key) ? headers_textOf(key) : '';
        const meant = isAlias(value) ? value.resolve(document) : value;
        if (meant === undefined || (isScalar(meant) && isJoined(meant, text)))
            return undefined;
        if (meant === null)
            pairs.push(result_ok([header, '']));
        else if (isScalar(meant))
            pairs.push(result_ok([header, headers_textOf(meant)]));
        else
            pairs.push(problem_wrong(`${name}: the value of "${printable(header)}" is not text.`));
    }
    return pairs;
}
function isJoined({ type, range }, text) {
    const [from = 0, to = 0] = range ?? [];
    return !type?.startsWith('BLOCK_') && /[\r\n]/.test(text.slice(from, to));
}
function headers_textOf({ value, source = '' }) {
    return value === null ? '' : source;
}
async function unquote(value) {
    if (!/^(".*"|'.*')$/.test(value))
        return value;
    const { parseDocument } = await __nccwpck_require__.e(/* import() */ 582).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6582, 19));
    const document = parseDocument(value);
    const plain = document.errors.length === 0 ? document.toJS() : undefined;
    return typeof plain === 'string' ? plain : value;
}
function printable(text) {
    return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 40);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./build/inputs/plain-http.js

function nearNetworks() {
    const list = new external_node_net_.BlockList();
    for (const [network, prefix] of [
        ['127.0.0.0', 8],
        ['10.0.0.0', 8],
        ['172.16.0.0', 12],
        ['192.168.0.0', 16],
        ['169.254.0.0', 16],
        ['100.64.0.0', 10],
    ]) {
        list.addSubnet(network, prefix, 'ipv4');
    }
    list.addAddress('::1', 'ipv6');
    list.addSubnet('fc00::', 7, 'ipv6');
    list.addSubnet('fe80::', 10, 'ipv6');
    return list;
}
const NEAR_NAMES = /(?:^|\.)(?:localhost|local|internal|home\.arpa|lan|alt|svc)$/i;
function exposesSecret(url) {
    if (url.protocol !== 'http:')
        return false;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const family = (0,external_node_net_.isIP)(host);
    if (family !== 0)
        return !nearNetworks().check(host, family === 6 ? 'ipv6' : 'ipv4');
    return host.includes('.') && !NEAR_NAMES.test(host.replace(/\.$/, ''));
}

;// CONCATENATED MODULE: ./build/inputs/pem.js



function pemBlocks(text) {
    return [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \1-----/g)].map(([, label = '', data = '']) => {
        const lines = data.replace(/\\[nr]|\s/g, '').match(/.{1,64}/g) ?? [];
        return { label, text: [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n') };
    });
}
function parsePrivateKey(name, text) {
    if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: *4, *ENCRYPTED/.test(text)) {
        return problem_wrong(`${name}: is encrypted. Remove its passphrase first: openssl pkey -in FILE.`);
    }
    try {
        const block = pemBlocks(text).find(({ label }) => label.endsWith('PRIVATE KEY'));
        if (block)
            return result_ok((0,external_node_crypto_.createPrivateKey)(block.text));
    }
    catch {
    }
    return problem_wrong(`${name}: is not a PEM private key. Give it whole, with its BEGIN and END lines.`);
}

;// CONCATENATED MODULE: ./build/inputs/tls.js





function parseTls(text) {
    const [certText, keyText] = [text('client-cert'), text('client-key')];
    const read = gather({
        ca: parseCertificates('ca-cert', text('ca-cert')),
        cert: certText === '' && keyText !== ''
            ? missing('client-cert', 'client-key')
            : parseCertificates('client-cert', certText),
        key: keyText === '' && certText !== '' ? missing('client-key', 'client-cert') : parseKey(keyText),
    });
    if (!read.ok)
        return read;
    const { ca, cert, key } = read.value;
    if (cert !== undefined && key && !new external_node_crypto_.X509Certificate(cert).checkPrivateKey(key)) {
        return problem_wrong('client-key: does not belong to client-cert. Give the key of the first certificate in client-cert.');
    }
    if (ca === undefined && cert === undefined)
        return result_ok(undefined);
    return result_ok({ ca, cert, key: key?.export({ type: 'pkcs8', format: 'pem' }).toString() });
}
function missing(name, given) {
    return unset(`${name}: is required with ${given}. ${values_UNSET}`);
}
function parseCertificates(name, text) {
    if (text === '')
        return result_ok(undefined);
    if (/PRIVATE KEY-----/.test(text))
        return problem_wrong(`${name}: contains a private key. Give only certificates.`);
    const blocks = pemBlocks(text);
    if (blocks.length === 0 || !blocks.every(isCertificate)) {
        return problem_wrong(`${name}: is not a PEM certificate. Give it whole, with its BEGIN and END lines.`);
    }
    return result_ok(blocks.map((block) => block.text).join(''));
}
function isCertificate({ label, text }) {
    try {
        return label === 'CERTIFICATE' && new external_node_crypto_.X509Certificate(text).fingerprint256 !== '';
    }
    catch {
        return false;
    }
}
function parseKey(text) {
    return text === '' ? result_ok(undefined) : parsePrivateKey('client-key', text);
}

;// CONCATENATED MODULE: ./build/inputs/unconfigured.js
const IF_UNCONFIGURED = ['error', 'warn', 'ignore'];
function toleranceFor(problems, asked) {
    return asked !== 'error' && problems.every(({ isUnset }) => isUnset) ? asked : undefined;
}

;// CONCATENATED MODULE: ./build/deploy/inputs.js












const DEFAULTS = {
    publish: 'auto',
    'dry-run': 'false',
    'on-drift': 'fail',
    'webhook-base': 'webhook',
    'publish-timeout': '60s',
    'if-unconfigured': 'error',
    'allow-http': 'false',
    timeout: '5m',
    retries: '3',
    summary: 'true',
};
async function readDeployInputs(input) {
    const text = (name) => input(name).trim() || (DEFAULTS[name] ?? '');
    const headers = await parseHeaders('api-headers', text('api-headers'));
    const fields = {
        url: parseInstance(text('url')),
        secretKey: inputs_parseKey(text('secret-key')),
        headers,
        tls: parseTls(text),
        workflows: text('workflows') === ''
            ? problem_wrong('workflows: is required: one path or glob per line, like workflows/**/*.json')
            : result_ok(text('workflows')),
        publish: parseWord('publish', text('publish'), ['auto', 'all', 'none']),
        dryRun: parseBoolean('dry-run', text('dry-run')),
        onDrift: parseWord('on-drift', text('on-drift'), ['fail', 'overwrite']),
        credentials: parseMapping(text('credentials')),
        versionName: result_ok(text('version-name')),
        webhookBase: parseWebhookBase(text('webhook-base')),
        publishTimeoutMs: parseDuration('publish-timeout', text('publish-timeout')),
        ifUnconfigured: parseWord('if-unconfigured', text('if-unconfigured'), IF_UNCONFIGURED),
        allowHttp: parseBoolean('allow-http', text('allow-http')),
        timeoutMs: parseDuration('timeout', text('timeout')),
        retries: parseCount('retries', text('retries'), 100),
        summary: parseBoolean('summary', text('summary')),
    };
    const secrets = secretsIn(text, { 'api-headers': headers });
    const sound = soundOf(fields);
    const read = gather(fields);
    const problems = problemsOf([read, problem_wrong(...findConflicts(sound))]);
    if (!read.ok || problems.length > 0) {
        return { inputs: result_failed(problems), secrets, unconfigured: toleranceFor(problems, sound.ifUnconfigured) };
    }
    const { url, secretKey, allowHttp, ifUnconfigured, ...rest } = read.value;
    const instance = { ...url, secretKey, headers: rest.headers, addressFrom: 'url' };
    return {
        inputs: result_ok({ ...rest, instance, webhookBase: underInstance(rest.webhookBase, url.base) }),
        secrets,
        unconfigured: undefined,
    };
}
function findConflicts({ url, headers = [], tls, allowHttp, webhookBase = '' }) {
    if (!url)
        return [];
    const conflicts = [];
    if (allowHttp === false && exposesSecret(new URL(url.base)))
        conflicts.push(EXPOSED);
    if (hasHeader(headers, 'authorization') && url.credentials !== undefined) {
        conflicts.push('api-headers: Authorization is given together with a password in url. Keep one of them.');
    }
    const plain = [['url', url.base], ['webhook-base', webhookBase]].find(([, at]) => /^http:/.test(at));
    if (plain && tls?.cert !== undefined) {
        conflicts.push(`client-cert: cannot be used over plain http. Use https in ${plain[0]}.`);
    }
    return conflicts;
}
const EXPOSED = 'url: is plain http to a public host, so secret-key could be read on the way. Use https, or set allow-http: true.';
function parseInstance(text) {
    const url = values_parseUrl('url', text);
    if (!url.ok)
        return url;
    const { origin, pathname } = url.value;
    if (/\/webhook(?:-test)?\//.test(pathname)) {
        return problem_wrong("url: is a webhook's URL. Give the address that opens n8n in the browser.");
    }
    const path = pathname.replace(/\/(?:workflow|home|projects)\/.*$/, '');
    return result_ok({ base: origin + withoutApiPath(path), credentials: address_credentialsOf(url.value) });
}
function inputs_parseKey(key) {
    if (key === '') {
        return unset("secret-key: is required: an API key of n8n. If it comes from a secret, check the secret's name; runs from forks get no secrets.");
    }
    if (!/^[\x21-\x7e]*$/.test(key)) {
        return problem_wrong('secret-key: contains a space, line break or other invalid character.');
    }
    if (isQuoted(key)) {
        return problem_wrong('secret-key: is in quotes. Remove them from the secret.');
    }
    if (!isMcpToken(key))
        return result_ok(key);
    return problem_wrong('secret-key: is an MCP access token, which cannot deploy. Create an API key: n8n, Settings, n8n API.');
}
function parseMapping(text) {
    const mapping = new Map();
    const problems = [];
    for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
        if (/^\s*(?:#|$)/.test(line))
            continue;
        const at = line.indexOf('=');
        const [from, to] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
        if (at < 0 || from === '' || to === '') {
            problems.push(`credentials: line ${index + 1} is not of the form NAME IN THE FILE=NAME OR ID IN N8N.`);
        }
        else if (mapping.has(from)) {
            problems.push(`credentials: line ${index + 1} names the same credential as an earlier line.`);
        }
        mapping.set(from, to);
    }
    return problems.length > 0 ? problem_wrong(...problems) : result_ok(mapping);
}

;// CONCATENATED MODULE: ./build/deploy/match/credentials.js





function credentialsInUse(stored) {
    const found = new Map();
    for (const { draft, published } of stored) {
        for (const node of [...draft.nodes, ...(published?.nodes ?? [])]) {
            const { credentials } = node;
            for (const [type, given] of json_isMap(credentials) ? Object.entries(credentials) : []) {
                const { id, name } = readReference(given);
                if (id !== '' && name !== '')
                    found.set(`${type}\n${id}`, { id, name, type });
            }
        }
    }
    return [...found.values()];
}
function usesCredentials({ nodes }) {
    return nodes.some(({ credentials }) => json_isMap(credentials) && Object.keys(credentials).length > 0);
}
function withCredentials(workflow, known, mapping, show) {
    const wrong = [];
    const nodes = workflow.nodes.map((node, index) => {
        const { credentials } = node;
        if (!json_isMap(credentials))
            return node;
        const resolved = Object.entries(credentials).map(([type, given]) => {
            const found = resolve(type, given, known, mapping, show);
            if (found.ok)
                return [type, { id: found.value.id, name: found.value.name }];
            if (isEnabled(node))
                wrong.push(finding(show, finding_placeOf(workflow, index), found.error));
            return [type, given];
        });
        return { ...node, credentials: Object.fromEntries(resolved) };
    });
    return wrong.length > 0 ? result_failed(wrong) : result_ok({ ...workflow, nodes });
}
const ID = /^[A-Za-z0-9]{16}$/;
function resolve(type, given, { credentials, complete, hint }, mapping, show) {
    const { id, name } = readReference(given);
    const ofType = credentials.filter((each) => each.type === type);
    const mapped = mapping.get(name);
    const byId = ofType.find((each) => each.id === (mapped ?? id));
    if (byId)
        return result_ok(byId);
    const wanted = mapped ?? name;
    const shown = (0,safe/* say */.cv) `"${show(wanted, LONGEST_NAME)}" (${show(type, LONGEST_NAME)})`;
    const [one, another] = ofType.filter((each) => each.name === wanted && wanted !== '');
    if (another) {
        const ids = (0,safe/* join */.fj)(ofType.filter((each) => each.name === wanted).map((each) => show(each.id, 40)), ', ');
        return result_failed((0,safe/* say */.cv) `n8n has several credentials ${shown}: ${ids}. Choose one: credentials: ${show(name, LONGEST_NAME)}=ID`);
    }
    if (one)
        return result_ok(one);
    if (wanted === '')
        return result_failed((0,safe/* say */.cv) `has a credential of the type ${show(type, LONGEST_NAME)} with neither id nor name.`);
    if (!complete && mapped !== undefined && ID.test(mapped))
        return result_ok({ id: mapped, name, type });
    if (!complete)
        return result_failed((0,safe/* say */.cv) `whether n8n has the credential ${shown} is not known. ${hint}`);
    return result_failed((0,safe/* say */.cv) `n8n has no credential ${shown}. Create it there, or name the one to use: credentials: ${show(name, LONGEST_NAME)}=NAME IN N8N`);
}
function readReference(given) {
    if (!json_isMap(given))
        return { id: '', name: json_textOf(given) };
    return { id: json_textOf(given['id']), name: json_textOf(given['name']) };
}

;// CONCATENATED MODULE: ./build/deploy/match/match.js



function matchAll(files, stored, isOurs, show) {
    const results = files.map((file) => match(file, stored, isOurs, show));
    const wrong = results.flatMap((result) => (result.ok ? [] : [result.error]));
    const matches = results.flatMap((result) => (result.ok ? [result.value] : []));
    for (const [index, { file, stored: target }] of matches.entries()) {
        const other = target && matches.slice(0, index).find((each) => each.stored?.id === target.id);
        if (!other)
            continue;
        const message = (0,safe/* say */.cv) `is the workflow ${show(target.id)} in n8n, as is "${show(other.file.name, LONGEST_NAME)}" in ${show(other.file.file)}. Remove the id from one of the files.`;
        wrong.push(finding(show, finding_placeOf(file), message));
    }
    return wrong.length > 0 ? result_failed(wrong) : result_ok(matches);
}
function match(file, stored, isOurs, show) {
    const wrong = (message) => result_failed(finding(show, finding_placeOf(file), message));
    const byId = file.id === undefined ? undefined : stored.find(({ id }) => id === file.id);
    const hasSameName = byId?.draft.name === file.name;
    if (byId && (hasSameName || isOurs(byId.published?.description))) {
        if (!byId.archived)
            return result_ok({ file, stored: byId, note: undefined });
        return wrong((0,safe/* say */.cv) `is archived in n8n (${show(byId.id)}). Unarchive it there, or remove the id from the file to create a new one.`);
    }
    const byName = stored.filter(({ draft, archived }) => draft.name === file.name && !archived);
    const [one, another] = byName;
    if (another) {
        const ids = (0,safe/* join */.fj)(byName.map(({ id }) => show(id)), ', ');
        return wrong((0,safe/* say */.cv) `n8n has ${byName.length} workflows of this name: ${ids}. Rename the others, or put the id of the right one into the file.`);
    }
    if (one)
        return result_ok({ file, stored: one, note: undefined });
    const note = byId &&
        (0,safe/* say */.cv) `in n8n, the file's id belongs to "${show(byId.draft.name, LONGEST_NAME)}", which was not deployed from this repository, so a new workflow is created. If the two are the same, give them the same name.`;
    return result_ok({ file, stored: undefined, note });
}

;// CONCATENATED MODULE: ./build/deploy/match/survey.js



async function survey(api, files) {
    const [ability, stored, credentials] = await Promise.all([
        api.ability(),
        api.workflows(),
        files.some(usesCredentials) ? api.credentials() : result_ok([]),
    ]);
    if (ability.ok && stored.ok) {
        return result_ok({ ability: ability.value, stored: stored.value, known: knownBy(credentials, stored.value) });
    }
    const failures = [ability, stored].flatMap((result) => (result.ok ? [] : [sentenceOf(result.error)]));
    return result_failed([...new Set(failures)]);
}
function sentenceOf({ message, hint }) {
    return hint === undefined ? message : (0,safe/* join */.fj)([message, hint]);
}
function knownBy(listed, stored) {
    if (listed.ok)
        return { credentials: listed.value, complete: true, hint: (0,safe/* say */.cv) `` };
    const hint = listed.error.code === 'api-forbidden'
        ? (0,safe/* say */.cv) `Give the key the scope credential:list (n8n, Settings, n8n API), or the id of the credential to use: credentials: NAME=ID`
        : (0,safe/* say */.cv) `This n8n does not list its credentials (${listed.error.message}) Use it in a workflow of this n8n first, or give its id: credentials: NAME=ID`;
    return { credentials: credentialsInUse(stored), complete: false, hint };
}
async function withDescriptions(api, matches) {
    const whole = await Promise.all(matches.map(async (match) => {
        const { file, stored } = match;
        if (file.description === undefined || !stored)
            return result_ok(match);
        const read = await api.workflow(stored.id);
        return read.ok ? result_ok({ ...match, stored: read.value }) : result_failed(sentenceOf(read.error));
    }));
    const unread = whole.find((result) => !result.ok);
    if (unread && !unread.ok)
        return unread;
    return result_ok(whole.flatMap((result) => (result.ok ? [result.value] : [])));
}
async function rolledBack(api, matches, isOurs) {
    const candidates = matches.flatMap(({ stored }) => {
        const { published } = stored ?? {};
        const isBehind = stored && published && isOurs(published.description) && published.versionId !== stored.versionId;
        return isBehind ? [stored] : [];
    });
    const ids = await Promise.all(candidates.map(async ({ id, versionId }) => {
        const description = await api.versionDescription(id, versionId);
        return isOurs(description) ? [id] : [];
    }));
    return new Set(ids.flat());
}

;// CONCATENATED MODULE: ./build/n8n-api/executions.js






const EXECUTION = {
    thing: (0,safe/* say */.cv) `executions`,
    scope: (0,safe/* say */.cv) `execution:read`,
    ifMissing: (0,safe/* say */.cv) `The execution may have been deleted, or was not saved.`,
};
const EXECUTIONS = { thing: (0,safe/* say */.cv) `the list of executions`, scope: (0,safe/* say */.cv) `execution:list` };
const STOP = {
    thing: (0,safe/* say */.cv) `the execution`,
    deed: (0,safe/* say */.cv) `stop executions`,
    scope: (0,safe/* say */.cv) `execution:stop`,
    ifMissing: (0,safe/* say */.cv) `The execution no longer exists.`,
    ifTooOld: (0,safe/* say */.cv) `This n8n cannot stop executions over its API: that requires n8n 2.10 or later.`,
};
async function readExecution(api, id, withData, options) {
    const path = `executions/${encodeURIComponent(id)}${withData ? '?includeData=true' : ''}`;
    const read = await api.request('GET', path, EXECUTION, options);
    if (!read.ok)
        return (read.error.status === 500 && (await readFromList(api, id, withData, options))) || read;
    const execution = toExecution(read.value);
    return execution?.id === id ? ok({ execution, data: read.value }) : failed(unreadable(EXECUTION.thing));
}
const NEWEST = 25;
async function readFromList(api, id, withData, options) {
    const query = `executions?limit=${NEWEST}${withData ? '&includeData=true' : ''}`;
    const lists = await Promise.all(['', '&status=running', '&status=waiting'].map((status) => api.request('GET', `${query}${status}`, EXECUTIONS, options)));
    for (const data of lists.flatMap((list) => (list.ok ? mapsOf(list.value['data']) : []))) {
        const execution = toExecution(data);
        if (execution?.id === id && (!withData || isMap(data['data'])))
            return ok({ execution, data });
    }
    return undefined;
}
async function listExecutions(api, workflowId, most, options, thoroughness = 'quick') {
    const query = `limit=${most}${workflowId === undefined ? '' : `&workflowId=${encodeURIComponent(workflowId)}`}`;
    const statuses = ['&status=running', '', ...(thoroughness === 'quick' ? [] : ['&status=new', '&status=waiting'])];
    const lists = await Promise.all(statuses.map((status) => api.request('GET', `executions?${query}${status}`, EXECUTIONS, options)));
    const listed = new Map();
    for (const [index, list] of lists.entries()) {
        if (!list.ok && index > 1 && thoroughness === 'try')
            continue;
        if (!list.ok)
            return list;
        for (const row of rowsOf(list.value))
            listed.set(row.id, row);
    }
    return ok([...listed.values()].sort((a, b) => b.id - a.id));
}
async function checkAccess(api, workflowId, options) {
    const [listed, read] = await Promise.all([
        listExecutions(api, workflowId, 1, options),
        readExecution(api, '1', false, { ...options, retries: 0 }),
    ]);
    if (!listed.ok)
        return listed;
    if (!read.ok && !isGone(read.error) && !read.error.transient)
        return failed(read.error);
    return ok(listed.value[0]?.id ?? 0);
}
function stopExecution(api, id, options) {
    return api.request('POST', `executions/${encodeURIComponent(id)}/stop`, STOP, options);
}
function rowsOf({ data }) {
    return mapsOf(data).flatMap((row) => {
        const execution = toExecution(row);
        if (!execution)
            return [];
        const { id, workflowId = '', status, mode } = execution;
        const startedAt = dateOf(row['startedAt']);
        const stoppedAt = isFinal(status) ? dateOf(row['stoppedAt']) : undefined;
        const tookMs = startedAt === undefined || stoppedAt === undefined ? undefined : stoppedAt - startedAt;
        return { id: Number(id), workflowId, status, mode, startedAt, tookMs };
    });
}
const ROWS = 250;

;// CONCATENATED MODULE: ./build/deploy/match/ability.js

function abilityOf(discovery, description) {
    const has = (pattern, otherwise) => description === undefined ? otherwise : pattern.test(description);
    const isNew = has(/^ {2}\/workflows\/\{\w+\}\/publish:/m, false);
    const names = new Set([...(description ?? '').matchAll(/^ {4,}(\w+):\s*$/gm)].map(([, name]) => name));
    return {
        versions: discovery !== undefined,
        drafts: has(/\bname: publishIfActive\b/, false),
        publish: isNew ? 'publish' : 'activate',
        unpublish: isNew ? 'unpublish' : 'deactivate',
        takes: (name) => names.size === 0 || names.has(name),
        scopes: scopesIn(discovery),
    };
}
function scopesIn(discovery) {
    const data = discovery?.['data'];
    const scopes = json_isMap(data) ? data['scopes'] : undefined;
    return Array.isArray(scopes) ? new Set(scopes.filter((scope) => typeof scope === 'string')) : undefined;
}

;// CONCATENATED MODULE: ./build/deploy/match/stored.js

function toStored(row) {
    const { id, name, isArchived, settings, versionId, activeVersion, active, description } = row;
    const graph = graphOf(row);
    return {
        id: json_textOf(id),
        archived: isArchived === true,
        draft: {
            name: json_textOf(name),
            ...graph,
            settings: json_isMap(settings) ? settings : {},
            description: json_textOf(description) || undefined,
        },
        versionId: json_textOf(versionId),
        published: publishedOf(active, activeVersion, graph, json_textOf(versionId)),
        row,
    };
}
function publishedOf(active, version, draft, draftVersion) {
    if (active !== true)
        return undefined;
    if (!json_isMap(version))
        return { ...draft, versionId: draftVersion, description: undefined };
    return {
        ...graphOf(version),
        versionId: json_textOf(version['versionId']),
        description: json_textOf(version['description']) || undefined,
    };
}
function graphOf({ nodes, connections, nodeGroups }) {
    return {
        nodes: Array.isArray(nodes) ? nodes.filter(json_isMap) : [],
        connections: json_isMap(connections) ? connections : {},
        ...(Array.isArray(nodeGroups) && { nodeGroups }),
    };
}

;// CONCATENATED MODULE: ./build/deploy/n8n.js






const MOST_PAGES = 400;
function deployApi(api) {
    const asStored = (reply) => (reply.ok ? result_ok(toStored(reply.value)) : reply);
    const write = async (method, path, subject, body, options = {}) => asStored(await api.request(method, path, subject, { ...options, body }));
    return {
        ability: async () => {
            const [discovery, description] = await Promise.all([
                api.request('GET', 'discover', DISCOVERY),
                api.text('openapi.yml', n8n_DESCRIPTION),
            ]);
            if (!discovery.ok && discovery.error.code !== 'api-not-found')
                return discovery;
            return result_ok(abilityOf(discovery.ok ? discovery.value : undefined, description.ok ? description.value : undefined));
        },
        workflows: async () => {
            const rows = await pages(api, 'workflows?excludePinnedData=true&', LIST);
            return rows.ok ? result_ok(rows.value.map(toStored)) : rows;
        },
        credentials: async () => {
            const rows = await pages(api, 'credentials?', CREDENTIALS);
            if (!rows.ok)
                return rows;
            return result_ok(rows.value.map(({ id, name, type }) => ({ id: json_textOf(id), name: json_textOf(name), type: json_textOf(type) })));
        },
        workflow: async (id, options) => asStored(await api.request('GET', `${n8n_pathOf(id)}?excludePinnedData=true`, READ, options)),
        versionDescription: async (id, versionId) => {
            const history = await api.request('GET', `${n8n_pathOf(id)}/history?limit=${ROWS}`, READ, { retries: 1 });
            const versions = history.ok && Array.isArray(history.value['data']) ? history.value['data'].filter(json_isMap) : [];
            const version = versions.find((each) => each['versionId'] === versionId);
            return json_textOf(version?.['description']) || undefined;
        },
        create: (content, options) => write('POST', 'workflows', CREATE, bodyOf({ ...content, description: undefined }), options),
        update: (id, content, { drafts }, options) => write('PUT', `${n8n_pathOf(id)}${drafts ? '?publishIfActive=false' : ''}`, UPDATE, bodyOf(content), options),
        publish: (id, versionId, label, { versions, publish }, options) => write('POST', `${n8n_pathOf(id)}/${publish}`, PUBLISH, versions ? { versionId, ...label } : {}, options),
        unpublish: (id, { unpublish }, options) => write('POST', `${n8n_pathOf(id)}/${unpublish}`, UNPUBLISH, {}, options),
    };
}
const n8n_pathOf = (id) => `workflows/${encodeURIComponent(id)}`;
function bodyOf({ name, nodes, connections, settings, nodeGroups, description }) {
    return {
        name,
        nodes: [...nodes],
        connections,
        settings,
        ...(nodeGroups !== undefined && { nodeGroups }),
        ...(description !== undefined && { description }),
    };
}
async function pages(api, path, subject) {
    const rows = [];
    let cursor = '';
    for (let page = 0; page < MOST_PAGES; page += 1) {
        const reply = await api.request('GET', `${path}limit=${ROWS}${cursor}`, subject);
        if (!reply.ok)
            return reply;
        const { data, nextCursor } = reply.value;
        if (Array.isArray(data))
            for (const row of data.filter(json_isMap))
                rows.push(row);
        if (typeof nextCursor !== 'string' || nextCursor === '')
            return result_ok(rows);
        cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
    }
    return result_failed({
        code: 'api-unreadable',
        message: (0,safe/* say */.cv) `n8n's API returned ${subject.thing} without an end.`,
        transient: false,
        mayHaveArrived: false,
    });
}
const DISCOVERY = { thing: (0,safe/* say */.cv) `what this key may do`, scope: (0,safe/* say */.cv) `workflow:read` };
const n8n_DESCRIPTION = { thing: (0,safe/* say */.cv) `the description of its API`, scope: (0,safe/* say */.cv) `workflow:read` };
const LIST = { thing: (0,safe/* say */.cv) `the list of workflows`, scope: (0,safe/* say */.cv) `workflow:list` };
const CREDENTIALS = { thing: (0,safe/* say */.cv) `the list of credentials`, scope: (0,safe/* say */.cv) `credential:list` };
const READ = { thing: (0,safe/* say */.cv) `the workflow`, scope: (0,safe/* say */.cv) `workflow:read` };
const CREATE = { thing: (0,safe/* say */.cv) `the list of workflows`, deed: (0,safe/* say */.cv) `create workflows`, scope: (0,safe/* say */.cv) `workflow:create` };
const UPDATE = { thing: (0,safe/* say */.cv) `the workflow`, deed: (0,safe/* say */.cv) `change the workflow`, scope: (0,safe/* say */.cv) `workflow:update` };
const PUBLISH = { thing: (0,safe/* say */.cv) `the workflow`, deed: (0,safe/* say */.cv) `publish the workflow`, scope: (0,safe/* say */.cv) `workflow:activate` };
const UNPUBLISH = {
    thing: (0,safe/* say */.cv) `the workflow`,
    deed: (0,safe/* say */.cv) `unpublish the workflow`,
    scope: (0,safe/* say */.cv) `workflow:deactivate`,
};

;// CONCATENATED MODULE: ./build/deploy/plan/drift.js


function isDeployedFrom(repositoryUrl) {
    return (description) => description?.includes(`${repositoryUrl}/commit/`) === true;
}
function driftOf(stored, wanted, isOurs, wasRolledBack, onDrift, show) {
    const told = (what, instead) => onDrift === 'fail'
        ? (0,safe/* say */.cv) `drift: ${what}. ${instead}`
        : (0,safe/* say */.cv) `drift: ${what}. It is overwritten, because on-drift is overwrite`;
    const { published } = stored ?? {};
    if (!stored || !published)
        return undefined;
    if (!isOurs(published.description)) {
        const said = published.description === undefined ? (0,safe/* say */.cv) `` : (0,safe/* say */.cv) ` (it says "${show(published.description, 100)}")`;
        return told((0,safe/* say */.cv) `the published version was not deployed from this repository${said}`, (0,safe/* say */.cv) `To take the workflow over, run once with on-drift: overwrite`);
    }
    if (!doesTheSame(stored.draft, published) && !doesTheSame(stored.draft, wanted)) {
        return told((0,safe/* say */.cv) `somebody saved changes in n8n that are not published`, (0,safe/* say */.cv) `Bring them into the file, or discard them with on-drift: overwrite`);
    }
    if (wasRolledBack) {
        return told((0,safe/* say */.cv) `the file's version was published before, and somebody has since published an older one in n8n`, (0,safe/* say */.cv) `Deploy the commit of that version, or overwrite it with on-drift: overwrite`);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/deploy/read/references.js


const NODES = {
    'n8n-nodes-base.executeWorkflow': 'call',
    '@n8n/n8n-nodes-langchain.toolWorkflow': 'tool',
    '@n8n/n8n-nodes-langchain.retrieverWorkflow': 'tool',
};
function referencesOf({ nodes, settings }) {
    const found = nodes.flatMap((node, index) => {
        const kind = kindOf(node);
        if (kind === undefined)
            return [];
        const { workflowId } = parametersOf(node);
        const locator = json_isMap(workflowId) ? workflowId : undefined;
        const id = json_scalarText(locator ? locator['value'] : workflowId).trim();
        if (id === '' || id.startsWith('='))
            return [];
        const name = json_textOf(locator?.['cachedResultName']) || undefined;
        return [{ kind, node: index, enabled: isEnabled(node), id, name, byUrl: locator?.['mode'] === 'url' }];
    });
    const error = json_textOf(settings['errorWorkflow']);
    if (error === '' || error === 'DEFAULT')
        return found;
    return [...found, { kind: 'error', node: undefined, enabled: true, id: error, name: undefined, byUrl: false }];
}
function withReferences(content, idOf) {
    const references = referencesOf(content);
    const nodes = content.nodes.map((node, index) => {
        const reference = references.find((each) => each.node === index);
        const id = reference && idOf(reference);
        return id === undefined || id === reference?.id ? node : withTarget(node, reference?.id ?? '', id);
    });
    const error = references.find(({ kind }) => kind === 'error');
    const errorWorkflow = error && idOf(error);
    const settings = errorWorkflow === undefined ? content.settings : { ...content.settings, errorWorkflow };
    return { ...content, nodes, settings };
}
function kindOf(node) {
    const type = typeOf(node);
    const isStored = (parametersOf(node)['source'] ?? 'database') === 'database';
    return isStored && Object.hasOwn(NODES, type) ? NODES[type] : undefined;
}
function withTarget(node, from, to) {
    const parameters = parametersOf(node);
    const { workflowId } = parameters;
    return {
        ...node,
        parameters: { ...parameters, workflowId: json_isMap(workflowId) ? relocated(workflowId, from, to) : to },
    };
}
function relocated(locator, from, to) {
    const url = locator['cachedResultUrl'];
    const moved = typeof url === 'string' ? { cachedResultUrl: url.replace(from, () => to) } : {};
    return { ...locator, value: to, ...moved };
}

;// CONCATENATED MODULE: ./build/deploy/match/targets.js



function targetOf({ id, name }, matches, stored) {
    const byId = matches.findIndex(({ file }) => file.id === id);
    if (byId >= 0)
        return { place: byId };
    const found = stored.find((each) => each.id === id);
    const asStored = found && matches.findIndex((match) => match.stored?.id === found.id);
    if (found)
        return asStored === undefined || asStored < 0 ? { stored: found } : { place: asStored };
    const byName = matches.findIndex(({ file }) => name !== undefined && file.name === name);
    return byName < 0 ? undefined : { place: byName };
}
function resolveReferences(file, matches, stored, show) {
    const resolved = [];
    const wrong = [];
    for (const reference of referencesOf(file)) {
        const target = targetOf(reference, matches, stored);
        const place = finding_placeOf(file, reference.node);
        if (reference.byUrl && reference.kind === 'call' && reference.enabled) {
            wrong.push(finding(show, place, (0,safe/* say */.cv) `names its workflow by URL, which n8n refuses to publish. Choose it from the list, or by its id.`));
        }
        else if (target) {
            resolved.push({ reference, target });
        }
        else if (reference.enabled) {
            const named = reference.name === undefined ? (0,safe/* say */.cv) `` : (0,safe/* say */.cv) ` ("${show(reference.name, LONGEST_NAME)}")`;
            const what = reference.kind === 'error' ? (0,safe/* say */.cv) `has the error workflow` : (0,safe/* say */.cv) `refers to the workflow`;
            wrong.push(finding(show, place, (0,safe/* say */.cv) `${what} ${show(reference.id, 40)}${named}, which is neither among the files nor in n8n. Add its file.`));
        }
    }
    return { resolved, wrong };
}

;// CONCATENATED MODULE: ./build/deploy/plan/order.js
function orderOf(dependents) {
    const pending = new Set(dependents.keys());
    const isFree = (places, own) => places.every((place) => place === own || !pending.has(place));
    const order = [];
    for (;;) {
        const able = [...pending].filter((place) => isFree(dependents[place]?.needs ?? [], place));
        const next = able.find((place) => isFree(dependents[place]?.prefers ?? [], place)) ?? able[0];
        if (next === undefined)
            return { order, stuck: inCircle(pending, dependents) };
        pending.delete(next);
        order.push(next);
    }
}
function inCircle(pending, dependents) {
    const needed = new Set([...pending].flatMap((place) => dependents[place]?.needs ?? []));
    const rest = new Set([...pending].filter((place) => needed.has(place)));
    return rest.size === pending.size ? [...rest] : inCircle(rest, dependents);
}

;// CONCATENATED MODULE: ./build/deploy/plan/webhooks.js





function webhookConflicts(live, others, show) {
    const holders = new Map();
    const hold = (holder) => keysOf([holder.webhook]).flatMap((key) => {
        const other = holders.get(key);
        holders.set(key, other ?? holder);
        return other ? [other] : [];
    });
    for (const { id, draft, published } of others) {
        for (const webhook of webhooksOf(published?.nodes ?? [], id))
            hold({ file: undefined, name: draft.name, id, webhook });
    }
    return live.flatMap(({ file, id }) => knownWebhooks(file.nodes, id).flatMap((webhook) => {
        const [other] = hold({ file, name: file.name, id, webhook });
        if (!other)
            return [];
        const place = finding_placeOf(file, file.nodes.findIndex((node) => nameOf(node) === webhook.node));
        const methods = (0,safe/* join */.fj)(webhook.methods.map((method) => show(method)), ', ');
        return [
            finding(show, place, (0,safe/* say */.cv) `uses the same path and method (${methods}) as ${nameHolder(other, file, show)}. Give one of them another path.`),
        ];
    }));
}
function keysOf(webhooks) {
    return webhooks.flatMap(({ methods, path }) => methods.map((method) => `${method} ${path}`));
}
const TO_BE_CHOSEN = 'to-be-chosen';
function knownWebhooks(nodes, workflowId) {
    const complete = nodes.map((node) => ({ ...node, webhookId: json_textOf(node['webhookId']) || TO_BE_CHOSEN }));
    return webhooksOf(complete, workflowId).filter(({ path }) => !path.includes(TO_BE_CHOSEN));
}
function nameHolder({ file, name, id, webhook }, own, show) {
    const node = (0,safe/* say */.cv) `the node "${show(webhook.node, LONGEST_NAME)}"`;
    if (file === own)
        return node;
    const workflow = (0,safe/* say */.cv) `${node} of the workflow "${show(name, LONGEST_NAME)}"`;
    return file ? (0,safe/* say */.cv) `${workflow} in ${show(file.file)}` : (0,safe/* say */.cv) `${workflow} (${show(id, 40)}), which is live in n8n`;
}

;// CONCATENATED MODULE: ./build/deploy/plan/dependencies.js





function publicationOrder(workflows, references, ability, show) {
    const calls = workflows.map((_, place) => dependentOf(place, references[place] ?? [], workflows, ability));
    const named = (places) => (0,safe/* join */.fj)(places
        .flatMap((place) => workflows[place] ?? [])
        .map(({ file }) => (0,safe/* say */.cv) `"${show(file.name, LONGEST_NAME)}" (${show(file.file)})`), ', ');
    const circle = orderOf(calls).stuck;
    if (circle.length > 0) {
        const message = (0,safe/* say */.cv) `The workflows ${named(circle)} call each other in a circle, and none of them is published: n8n would refuse whichever comes first. Break the circle, publish, and close it again.`;
        return { order: [], wrong: [message] };
    }
    const holders = holdersOf(workflows);
    const { order, stuck } = orderOf(calls.map(({ needs, prefers }, place) => ({ needs: [...needs, ...(holders[place] ?? [])], prefers })));
    if (stuck.length === 0)
        return { order, wrong: [] };
    const message = (0,safe/* say */.cv) `The workflows ${named(stuck)} take over webhook paths from each other: n8n would refuse whichever comes first. Give one of them another path for now, and deploy twice.`;
    return { order: [], wrong: [message] };
}
function dependentOf(place, references, workflows, { versions }) {
    const isPublished = workflows[place]?.published === true;
    const places = (only) => references.flatMap((resolved) => ('place' in resolved.target && only(resolved) ? [resolved.target.place] : []));
    const isCall = ({ reference }) => reference.kind === 'call' && reference.enabled;
    return {
        needs: places((resolved) => {
            if (!isPublished || !versions || !isCall(resolved) || !('place' in resolved.target))
                return false;
            return workflows[resolved.target.place]?.stored?.published === undefined;
        }),
        prefers: places(() => true),
    };
}
function holdersOf(workflows) {
    const holders = new Map(workflows.flatMap(({ stored, publish }, place) => keysOf(publish ? webhooksOf(stored?.published?.nodes ?? [], stored?.id ?? '') : []).map((key) => [key, place])));
    return workflows.map(({ stored, publish, contentWith }, place) => keysOf(publish ? knownWebhooks(contentWith([]).nodes, stored?.id ?? '') : [])
        .flatMap((key) => holders.get(key) ?? [])
        .filter((holder) => holder !== place));
}
function unpublishedCalls(workflows, references, { versions }, show) {
    return workflows.flatMap(({ file, publish }, index) => (references[index] ?? []).flatMap(({ reference, target }) => {
        if (!publish || !versions || !reference.enabled || reference.kind !== 'call')
            return [];
        const isPublished = 'place' in target ? workflows[target.place]?.published : target.stored.published !== undefined;
        if (isPublished)
            return [];
        const name = 'place' in target ? workflows[target.place]?.file.name : target.stored.draft.name;
        const message = (0,safe/* say */.cv) `calls the workflow "${show(name ?? '', LONGEST_NAME)}", which is not published: n8n would refuse to publish this one. Publish it in n8n, or add its file.`;
        return [finding(show, finding_placeOf(file, reference.node), message)];
    }));
}

;// CONCATENATED MODULE: ./build/deploy/plan/publication.js
function toBePublished(matches, references, mode, { versions }) {
    const isMeant = ({ file, stored }) => mode === 'all' || stored?.published !== undefined || (mode === 'auto' && file.active);
    const wanted = [...matches.keys()].filter((place) => matches.slice(place, place + 1).some(isMeant));
    const published = new Set(wanted);
    if (mode === 'none' || !versions)
        return published;
    for (const place of published) {
        for (const { reference, target } of references[place] ?? []) {
            if (reference.enabled && 'place' in target)
                published.add(target.place);
        }
    }
    return published;
}

;// CONCATENATED MODULE: ./build/deploy/plan/triggers.js




const NO_TRIGGERS = /^n8n-nodes-base\.(?:manualTrigger|stickyNote|start|noOp)$/;
function triggerProblems(workflows, show) {
    return workflows
        .filter(({ file, publish }) => publish && !mayHaveTrigger(file))
        .map(({ file }) => finding(show, finding_placeOf(file), (0,safe/* say */.cv) `is to be published, but has no enabled trigger other than a manual one. Add a trigger, or set active to false.`));
}
function mayHaveTrigger({ nodes, connections }) {
    const led = new Set(Object.values(connections).flatMap(targetsOf));
    return nodes.some((node) => isEnabled(node) && !led.has(nameOf(node)) && !NO_TRIGGERS.test(typeOf(node)));
}

;// CONCATENATED MODULE: ./build/deploy/plan/plan.js












function planFor(situation) {
    const { matches, stored, ability, show } = situation;
    const references = matches.map(({ file }) => resolveReferences(file, matches, stored, show));
    const resolved = references.map((reference) => reference.resolved);
    const published = toBePublished(matches, resolved, situation.publish, ability);
    const workflows = matches.map((match, place) => planOne(match, resolved[place] ?? [], published.has(place), situation));
    const { order, wrong: unordered } = publicationOrder(workflows, resolved, ability, show);
    const live = workflows.filter((workflow) => workflow.published);
    const others = stored.filter(({ id }) => !matches.some((match) => match.stored?.id === id));
    const wrong = [
        ...references.flatMap((reference) => reference.wrong),
        ...unpublishedCalls(workflows, resolved, ability, show),
        ...triggerProblems(workflows, show),
        ...webhookConflicts(live.map(liveOf), others, show),
        ...unordered,
    ];
    return { workflows, order, wrong };
}
const TO_BE_CREATED = 'to be created';
function planOne({ file, stored, note }, references, isPublished, situation) {
    const { matches, ability, publish: mode, onDrift, isOurs, wasRolledBack, show } = situation;
    const contentWith = (ids, now = stored) => withReferences(contentFor(file, now, ability), (reference) => {
        const target = references.find((each) => each.reference.id === reference.id)?.target;
        return target && ('place' in target ? (ids[target.place] ?? TO_BE_CREATED) : target.stored.id);
    });
    const wanted = contentWith(matches.map((match) => match.stored?.id));
    const change = changeOf(stored, wanted, isPublished, mode);
    const drift = isChange(change) && ability.versions
        ? driftOf(stored, wanted, isOurs, stored !== undefined && wasRolledBack(stored), onDrift, show)
        : undefined;
    const { published } = stored ?? {};
    const hasForeignDraft = mode !== 'none' &&
        stored !== undefined &&
        published !== undefined &&
        !isChange(change) &&
        !doesTheSame(stored.draft, published);
    const leftOut = settingsLeftOut(file, ability).map((name) => show(name, 40));
    const kept = stored ? settingsKept(file, stored).map((name) => show(name, 40)) : [];
    return {
        file,
        stored,
        ...change,
        published: isPublished,
        contentWith,
        drift,
        hasForeignDraft,
        notes: [
            note,
            change.write === 'update' && !published && ability.versions
                ? (0,safe/* say */.cv) `it is not published: the file replaces what is saved in n8n, whoever saved it`
                : undefined,
            hasForeignDraft ? (0,safe/* say */.cv) `somebody saved changes in n8n that are not published. They are kept` : undefined,
            ...deadErrorWorkflows(references, ability).map((name) => (0,safe/* say */.cv) `its error workflow "${show(name, LONGEST_NAME)}" is not published, so n8n does not run it`),
            leftOut.length > 0
                ? (0,safe/* say */.cv) `settings that this n8n's API does not accept are left out: ${(0,safe/* join */.fj)(leftOut, ', ')}`
                : undefined,
            kept.length > 0
                ? (0,safe/* say */.cv) `n8n keeps settings that the file does not have: ${(0,safe/* join */.fj)(kept, ', ')}. Set them in the file to change them`
                : undefined,
        ].filter((each) => each !== undefined),
    };
}
function deadErrorWorkflows(references, { versions }) {
    return references.flatMap(({ reference, target }) => {
        const isDead = reference.kind === 'error' && versions && 'stored' in target && !target.stored.published;
        return isDead ? [target.stored.draft.name] : [];
    });
}
function changeOf(stored, wanted, isPublished, mode) {
    if (!stored)
        return { write: 'create', publish: isPublished, difference: difference(undefined, wanted) };
    const { draft, published } = stored;
    const isDraftRight = isSame(difference(draft, wanted)) && sameDescription(draft, wanted);
    if (!isPublished || mode === 'none') {
        return { write: isDraftRight ? 'none' : 'update', publish: false, difference: difference(draft, wanted) };
    }
    const live = published && { ...draft, ...published, description: draft.description };
    const differs = difference(live ?? draft, wanted);
    if (live && isSame(differs) && sameDescription(draft, wanted))
        return { write: 'none', publish: false, difference: differs };
    return {
        write: isDraftRight ? 'none' : 'update',
        publish: !published || !sameGraph(published, wanted),
        difference: differs,
    };
}
function sameDescription(draft, wanted) {
    return wanted.description === undefined || draft.description === wanted.description;
}
function liveOf({ file, stored, contentWith }) {
    return { file: { ...file, nodes: contentWith([]).nodes }, id: stored?.id ?? '' };
}

;// CONCATENATED MODULE: ./build/deploy/plan/rights.js


function missingRights({ workflows }, { scopes }) {
    if (!scopes)
        return [];
    const needs = [
        [workflows.some(isChange), 'workflow:read', (0,safe/* say */.cv) `workflow:read, to compare what was written`],
        [workflows.some(({ write }) => write === 'create'), 'workflow:create', (0,safe/* say */.cv) `workflow:create, to create workflows`],
        [workflows.some(({ write }) => write !== 'none'), 'workflow:update', (0,safe/* say */.cv) `workflow:update, to change workflows`],
        [workflows.some(({ publish }) => publish), 'workflow:activate', (0,safe/* say */.cv) `workflow:activate, to publish workflows`],
    ];
    return needs
        .filter(([isNeeded, scope]) => isNeeded && !scopes.has(scope))
        .map(([, , need]) => (0,safe/* say */.cv) `secret-key: lacks the scope ${need} (n8n, Settings, n8n API).`);
}
function limitsOf(plan, ability) {
    const { scopes } = ability;
    const isOneWay = scopes?.has('workflow:activate') === true && !scopes.has('workflow:deactivate');
    const publishesFirst = plan.workflows.some(({ publish, stored }) => publish && !stored?.published);
    return [...liveChanges(plan, ability), ...(isOneWay && publishesFirst ? [NO_WAY_BACK] : [])];
}
const NO_WAY_BACK = (0,safe/* say */.cv) `secret-key: lacks the scope workflow:deactivate. If the deployment fails, workflows that it published for the first time stay published.`;
function liveChanges({ workflows }, { drafts, versions }) {
    const changesLive = workflows.some(({ write, stored }) => write === 'update' && stored?.published !== undefined);
    if (drafts || !changesLive)
        return [];
    const remedy = (0,safe/* say */.cv) `Each published workflow changes as it is written, one after another. If one fails, all are put back.`;
    if (versions)
        return [
            (0,safe/* say */.cv) `This n8n immediately publishes what is saved (drafts of published workflows require n8n 2.40). ${remedy}`,
        ];
    return [
        (0,safe/* say */.cv) `This n8n has no published versions (they require n8n 2.0): what is saved runs immediately, and changes made in n8n cannot be detected. ${remedy}`,
    ];
}
function wrongForNone({ workflows }, { drafts }) {
    const changesLive = workflows.some(({ write, stored }) => write === 'update' && stored?.published !== undefined);
    if (drafts || !changesLive)
        return [];
    return [
        (0,safe/* say */.cv) `publish: none is not possible here: this n8n immediately publishes what is saved. Use auto, or n8n 2.40 or later.`,
    ];
}

;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = require("node:buffer");
;// CONCATENATED MODULE: ./build/text/decode.js

function decodeText(bytes) {
    const [first, second] = bytes;
    if (first === 0xff && second === 0xfe)
        return new TextDecoder('utf-16le').decode(bytes);
    if (first === 0xfe && second === 0xff)
        return new TextDecoder('utf-16be').decode(bytes);
    return first === 0 || second === 0 || !(0,external_node_buffer_namespaceObject.isUtf8)(bytes) ? undefined : bytes.toString('utf8');
}

;// CONCATENATED MODULE: ./build/deploy/read/files.js





async function findFiles(text, workspace, show) {
    const wrong = [];
    const found = new Set();
    for (const line of text.split(/\r\n|\r|\n/).map((untrimmed) => untrimmed.trim())) {
        if (line === '' || line.startsWith('#'))
            continue;
        if (line.startsWith('!'))
            leaveOut(found, line.slice(1).trim(), workspace);
        else {
            const files = await filesOf(line, workspace, show);
            if (files.ok)
                for (const file of files.value)
                    found.add(file);
            else
                wrong.push(files.error);
        }
    }
    if (wrong.length > 0)
        return result_failed(wrong);
    if (found.size > 0)
        return result_ok([...found]);
    return result_failed([(0,safe/* say */.cv) `workflows: selects no file. Write one path or glob per line, like workflows/**/*.json`]);
}
function leaveOut(found, pattern, workspace) {
    const own = inWorkspace((0,external_node_path_namespaceObject.resolve)(workspace, pattern), workspace);
    for (const file of found) {
        if (file === own || file.startsWith(`${own}/`) || (0,external_node_path_namespaceObject.matchesGlob)(file, own))
            found.delete(file);
    }
}
async function filesOf(pattern, workspace, show) {
    const shown = show(pattern);
    const asWritten = await files_kindOf((0,external_node_path_namespaceObject.resolve)(workspace, pattern));
    if (asWritten === 'file')
        return result_ok([inWorkspace((0,external_node_path_namespaceObject.resolve)(workspace, pattern), workspace)]);
    if (asWritten === 'folder')
        return result_failed((0,safe/* say */.cv) `workflows: ${shown} is a folder. Write ${shown}/**/*.json`);
    if (asWritten !== 'ENOENT' || !/[*?[\]{}]/.test(pattern)) {
        if (asWritten !== 'ENOENT')
            return result_failed((0,safe/* say */.cv) `workflows: ${shown} cannot be read (${show(asWritten)}).`);
        return result_failed((0,safe/* say */.cv) `workflows: ${shown} does not exist. ${CHECKED_OUT}`);
    }
    const matches = [];
    for await (const match of (0,promises_namespaceObject.glob)(pattern, { cwd: workspace })) {
        const path = (0,external_node_path_namespaceObject.resolve)(workspace, match);
        if ((await files_kindOf(path)) === 'file')
            matches.push(inWorkspace(path, workspace));
    }
    if (matches.length === 0)
        return result_failed((0,safe/* say */.cv) `workflows: ${shown} matches no file. ${CHECKED_OUT}`);
    return result_ok(matches.sort());
}
const CHECKED_OUT = (0,safe/* say */.cv) `Paths start at the workspace, which actions/checkout fills.`;
async function files_kindOf(path) {
    try {
        const found = await (0,promises_namespaceObject.stat)(path);
        return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'something else';
    }
    catch (error) {
        return (0,error_code/* errorCode */.C)(error) ?? 'UNKNOWN';
    }
}
function inWorkspace(path, workspace) {
    const own = (0,external_node_path_namespaceObject.relative)((0,external_node_path_namespaceObject.resolve)(workspace), path);
    return (own.startsWith('..') || (0,external_node_path_namespaceObject.isAbsolute)(own) ? path : own).replaceAll(external_node_path_namespaceObject.sep, '/');
}

;// CONCATENATED MODULE: ./build/text/parse-json.js




async function parseJsonText(name, text) {
    try {
        const value = JSON.parse(text);
        const rounded = await findRounded(text);
        if (rounded !== undefined) {
            const { line, column } = positionOf(text, rounded);
            return wrong(`${name}: line ${line}, column ${column}: ${ROUNDED}`);
        }
        const { levels, names } = shapeOf(text);
        if (levels > DEEPEST)
            return wrong(`${name}: is nested too deep to be sent.`);
        return names > membersIn(value) ? repeatedName(name, text) : ok(value);
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return notJson(name, text, error.message);
        throw error;
    }
}
const DEEPEST = 1000;
function shapeOf(text) {
    let [level, levels, names, isInString] = [0, 0, 0, false];
    for (let at = 0; at < text.length; at += 1) {
        const character = text[at];
        if (isInString && character === '\\')
            at += 1;
        else if (character === '"')
            isInString = !isInString;
        else if (isInString)
            continue;
        else if (character === '{' || character === '[')
            level += 1;
        else if (character === '}' || character === ']')
            level -= 1;
        else if (character === ':')
            names += 1;
        levels = Math.max(levels, level);
    }
    return { levels, names };
}
function membersIn(value) {
    let members = 0;
    const rest = [value];
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
        if (typeof next !== 'object' || next === null)
            continue;
        const inner = Object.values(next);
        if (isMap(next))
            members += inner.length;
        for (const each of inner)
            rest.push(each);
    }
    return members;
}
async function repeatedName(name, text) {
    const { parseDocument } = await __nccwpck_require__.e(/* import() */ 582).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6582, 19));
    const error = parseDocument(text, { prettyErrors: false }).errors.find(({ code }) => code === 'DUPLICATE_KEY');
    const { line, column } = positionOf(text, error?.pos[0] ?? 0);
    return wrong(`${name}: is not valid JSON at line ${line}, column ${column} (a name that is given twice).`);
}
async function findRounded(text) {
    if (!mayHoldRounded(text))
        return undefined;
    const { tokenize } = await __nccwpck_require__.e(/* import() */ 655).then(__nccwpck_require__.bind(__nccwpck_require__, 655));
    return tokenize(text, { mode: 'json' }).find(({ type, loc: { start, end } }) => {
        const source = text.slice(start.offset, end.offset);
        return type === 'Number' && isRounded(source, Number(source));
    })?.loc.start.offset;
}
function mayHoldRounded(text) {
    for (const [source] of text.matchAll(/-?\d[\d.eE+-]{15,}|-?[\d.]{1,15}[eE][+-]?\d{3,}/g)) {
        const value = Number(source);
        if (!Number.isNaN(value) && isRounded(source, value))
            return true;
    }
    return false;
}
async function notJson(name, text, v8Message) {
    const { offset, line, column, found } = await errorPosition(text, v8Message);
    return wrong(`${name}: is not valid JSON at line ${line}, column ${column} (${found}).${hintFor(text, offset)}`);
}
const STRICT = ' Names and texts need double quotes; comments, and commas after the last value, are no JSON.';
function hintFor(text, offset) {
    if (isBrokenString(text, offset)) {
        return ' A quote, backslash or line break in a value breaks the string around it: where a value comes from an expression, write ${{ toJSON(\u2026) }} with no quotes around it.';
    }
    if (isBareValue(text, offset)) {
        return ' Text needs quotes: where a value comes from an expression, write ${{ toJSON(\u2026) }}.';
    }
    return /^[\w'#/\u201c\u201d}\]]/u.test(text.slice(offset)) ? STRICT : '';
}
async function errorPosition(text, v8Message) {
    const position = / JSON at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(v8Message);
    if (position)
        return positionOf(text, Number(position[1]));
    if (v8Message === 'Unexpected end of JSON input')
        return positionOf(text, text.length);
    const { parse } = await __nccwpck_require__.e(/* import() */ 655).then(__nccwpck_require__.bind(__nccwpck_require__, 655));
    try {
        parse(text, { mode: 'json' });
    }
    catch (error) {
        if (error instanceof Error && 'offset' in error && typeof error.offset === 'number') {
            return positionOf(text, error.offset);
        }
    }
    return positionOf(text, 0);
}
function positionOf(text, offset) {
    const before = text.slice(0, offset).split(/\r\n|\r|\n/);
    const column = (before.at(-1) ?? '').length + 1;
    return { offset, line: before.length, column, found: describeCharacter(text.codePointAt(offset)) };
}
function describeCharacter(code) {
    if (code === undefined)
        return 'the text ends too early';
    if (code === 0x0a || code === 0x0d)
        return 'a raw line break in a string';
    if (code < 0x20)
        return 'a raw control character in a string';
    return `unexpected character ${String.fromCodePoint(code)}`;
}
function isBrokenString(text, offset) {
    if (text.charCodeAt(offset) < 0x20 || text[offset - 1] === '\\')
        return true;
    const rest = text.slice(offset, offset + parse_json_LONGEST_NAME);
    if (/^"(?:[^"\\]|\\.)*"\s*:/.test(rest))
        return false;
    const before = text.slice(0, offset).trimEnd();
    const string = rest.startsWith('"') ? before.replace(/[\s}\]]+$/, '') : before;
    if (!string.endsWith('"'))
        return false;
    const opening = string.lastIndexOf('"', string.length - 2);
    return !string.slice(0, Math.max(opening, 0)).trimEnd().endsWith('{');
}
function isBareValue(text, offset) {
    return /"\s*:\s*[\w.+-]*$/.test(text.slice(Math.max(offset - parse_json_LONGEST_NAME, 0), offset));
}
const parse_json_LONGEST_NAME = 200;

;// CONCATENATED MODULE: ./build/deploy/read/lines.js
function linesOfNodes(text) {
    let found;
    return (workflow) => {
        found ??= scan(text);
        return found[workflow] ?? [];
    };
}
function scan(text) {
    const workflows = [];
    const isList = /^\s*\[/.test(text);
    const depthOfMembers = isList ? 2 : 1;
    let line = 1;
    let depth = 0;
    let key = '';
    let inNodes = false;
    const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}\n]/gs;
    for (const { 0: found, index } of text.matchAll(token)) {
        if (found === '\n')
            line += 1;
        else if (found.startsWith('"')) {
            if (depth === depthOfMembers && /^\s*:/.test(text.slice(index + found.length, index + found.length + 20))) {
                key = found.slice(1, -1);
            }
        }
        else if (found === '{' || found === '[') {
            if (depth === depthOfMembers - 1 && found === '{')
                workflows.push([]);
            if (depth === depthOfMembers)
                inNodes = found === '[' && key === 'nodes';
            if (depth === depthOfMembers + 1 && inNodes && found === '{')
                workflows.at(-1)?.push(line);
            depth += 1;
        }
        else {
            depth -= 1;
            if (depth === depthOfMembers)
                inNodes = false;
        }
    }
    return workflows;
}

;// CONCATENATED MODULE: ./build/deploy/read/parse.js







async function parseWorkflows(file, text, show) {
    const json = text.replace(/^\uFEFF/, '');
    const value = await parseJson(file, json, show);
    if (!value.ok)
        return { workflows: [], wrong: [value.error], notes: [] };
    const entries = Array.isArray(value.value) ? value.value : [value.value];
    const workflows = [];
    const wrong = [];
    const notes = [];
    const lines = linesOfNodes(json);
    if (entries.length === 0)
        wrong.push(finding(show, { file }, (0,safe/* say */.cv) `is an empty list: it holds no workflow.`));
    for (const [index, entry] of entries.entries()) {
        const nth = Array.isArray(value.value) ? (0,safe/* say */.cv) `entry ${index + 1} of the list ` : (0,safe/* say */.cv) ``;
        if (!json_isMap(entry)) {
            wrong.push(finding(show, { file }, (0,safe/* say */.cv) `${nth}is not a workflow: it is not an object.`));
        }
        else if (entry['isArchived'] === true) {
            notes.push(finding(show, { file }, (0,safe/* say */.cv) `${nth}is left out, because the file marks it as archived.`));
        }
        else {
            const problems = shapeProblems(entry);
            const workflow = typeof entry['name'] === 'string' && nth !== '' ? entry['name'] : undefined;
            for (const problem of problems)
                wrong.push(finding(show, { file, workflow }, (0,safe/* say */.cv) `${nth}${problem}`));
            if (problems.length === 0)
                workflows.push(parse_toWorkflow(file, entry, lines(index)));
        }
    }
    return { workflows, wrong, notes };
}
async function parseJson(file, text, show) {
    if (text.trim() === '')
        return result_failed(finding(show, { file }, (0,safe/* say */.cv) `is empty.`));
    try {
        const value = JSON.parse(text);
        return result_ok(value);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        const { line, column, found } = await errorPosition(text, error.message);
        return result_failed((0,safe/* say */.cv) `${finding(show, { file, line }, (0,safe/* say */.cv) `is not valid JSON at column ${column} (${show(found)}).`)}${conflictHint(text)}`);
    }
}
function conflictHint(text) {
    return /^(?:<{7}|={7}|>{7})/m.test(text) ? (0,safe/* say */.cv) ` The file has merge conflicts in it.` : (0,safe/* say */.cv) ``;
}
function shapeProblems({ name, nodes, connections, settings }) {
    const problems = [];
    if (typeof name !== 'string' || name.trim() === '')
        problems.push((0,safe/* say */.cv) `has no name.`);
    else if ([...name].length > LONGEST_WORKFLOW_NAME) {
        problems.push((0,safe/* say */.cv) `has a name of more than ${LONGEST_WORKFLOW_NAME} characters, more than n8n allows.`);
    }
    if (!Array.isArray(nodes))
        problems.push((0,safe/* say */.cv) `is not an n8n workflow: it has no "nodes" list.`);
    else if (!nodes.every((node) => json_isMap(node)))
        problems.push((0,safe/* say */.cv) `has a node that is not an object.`);
    if (connections !== undefined && !json_isMap(connections))
        problems.push((0,safe/* say */.cv) `has "connections" that are not an object.`);
    if (settings !== undefined && settings !== null && !json_isMap(settings)) {
        problems.push((0,safe/* say */.cv) `has "settings" that are not an object.`);
    }
    return problems;
}
function parse_toWorkflow(file, entry, lines) {
    const { id, name, nodes, connections, settings, nodeGroups, description, active } = entry;
    return {
        file,
        id: typeof id === 'string' && id !== '' ? id : typeof id === 'number' ? String(id) : undefined,
        active: active === true,
        name: typeof name === 'string' ? name : '',
        nodes: Array.isArray(nodes) ? nodes.filter(json_isMap) : [],
        connections: json_isMap(connections) ? connections : {},
        settings: json_isMap(settings) ? settings : {},
        ...(Array.isArray(nodeGroups) && { nodeGroups }),
        ...(typeof description === 'string' && description !== '' && { description }),
        lineOf: (node) => lines[node],
    };
}

;// CONCATENATED MODULE: ./build/deploy/read/read.js








async function readWorkflows(patterns, workspace, show) {
    const files = await findFiles(patterns, workspace, show);
    if (!files.ok)
        return { workflows: [], wrong: files.error, notes: [] };
    const readings = [];
    for (const file of files.value)
        readings.push(await readFileOf(file, workspace, show));
    return {
        workflows: readings.flatMap(({ workflows }) => workflows),
        wrong: readings.flatMap(({ wrong }) => wrong),
        notes: readings.flatMap(({ notes }) => notes),
    };
}
async function readFileOf(file, workspace, show) {
    const unreadable = (reason) => ({
        workflows: [],
        wrong: [finding(show, { file }, reason)],
        notes: [],
    });
    try {
        const text = decodeText(await (0,promises_namespaceObject.readFile)((0,external_node_path_namespaceObject.resolve)(workspace, file)));
        if (text === undefined)
            return unreadable((0,safe/* say */.cv) `is not UTF-8. Save it as UTF-8.`);
        return await parseWorkflows(file, text, show);
    }
    catch (error) {
        return unreadable((0,safe/* say */.cv) `cannot be read (${show((0,error_code/* errorCode */.C)(error) ?? String(error))}).`);
    }
}

;// CONCATENATED MODULE: ./build/deploy/report/log.js

const TITLES = { change: (0,safe/* say */.cv) `CHANGE`, nodes: (0,safe/* say */.cv) `NODES`, live: (0,safe/* say */.cv) `IN N8N`, name: (0,safe/* say */.cv) `WORKFLOW`, file: (0,safe/* say */.cv) `FILE` };
const WIDEST = 48;
function logLines(rows) {
    const columns = ['change', 'nodes', 'live', 'name'].map((name) => {
        const widths = [TITLES[name].length, ...rows.map((row) => row[name].length)].filter((width) => width <= WIDEST);
        return { name, width: Math.max(...widths) };
    });
    const line = (cells, file) => {
        const padded = columns.map(({ name, width }) => (cells[name] ?? (0,safe/* say */.cv) ``).padEnd(width));
        return (0,safe/* declareSafe */.Eh)([...padded, file].join('  '));
    };
    return [
        line(TITLES, TITLES.file),
        ...rows.flatMap((row) => [
            line({ change: (0,safe/* word */.Vm)(row.change), nodes: row.nodes, live: row.live, name: row.name }, row.file),
            ...row.details.map((detail) => (0,safe/* say */.cv) `    ${detail}`),
            ...row.notes.map((note) => (0,safe/* say */.cv) `    ! ${note}`),
        ]),
    ];
}

;// CONCATENATED MODULE: ./build/deploy/report/markdown.js

const markdown_LONGEST = 65_000;
function reportMarkdown(heading, rows) {
    const head = [
        `### ${heading.sign} ${(0,format/* escapeHtml */.ZD)(heading.title)}`,
        ...heading.lines.map((line) => `<p>${(0,format/* escapeHtml */.ZD)(line)}</p>`),
    ];
    if (rows.length === 0)
        return `${head.join('\n\n')}\n`;
    const details = rows.flatMap(detailsOf);
    const whole = [...head, table(rows), ...details].join('\n\n');
    if (whole.length <= markdown_LONGEST)
        return `${whole}\n`;
    let budget = markdown_LONGEST - head.join('\n\n').length - table([]).length - MORE_ROOM;
    const fitting = rows.slice(0, rows.findIndex((row) => {
        budget -= tableRow(row).length;
        return budget < 0;
    }));
    const shown = budget < 0 ? fitting : rows;
    const left = rows.length - shown.length;
    const more = left > 0 ? `<p>And ${left} more workflows: see the log.</p>` : '<p>Which nodes: see the log.</p>';
    return `${[...head, table(shown), more].join('\n\n')}\n`;
}
const MORE_ROOM = 200;
function table(rows) {
    const titles = ['Workflow', 'Change', 'Nodes', 'In n8n'].map((title) => `<th align="left">${title}</th>`);
    return `<table><tr>${titles.join('')}</tr>${rows.map(tableRow).join('')}</table>`;
}
const SIGNS = { created: '\ud83c\udd95', updated: '\u270f\ufe0f', unchanged: '', failed: '\u274c', 'put back': '\u21a9\ufe0f' };
function tableRow({ name, link, file, change, live, nodes, notes }) {
    const workflow = link === undefined ? (0,format/* escapeHtml */.ZD)(name) : `<a href="${(0,format/* escapeHtml */.ZD)(link)}">${(0,format/* escapeHtml */.ZD)(name)}</a>`;
    const named = `${workflow}<br><sub>${(0,format/* escapeHtml */.ZD)(file)}</sub>`;
    const cells = [named, `${SIGNS[change]} ${change}`.trim(), (0,format/* escapeHtml */.ZD)(nodes), (0,format/* escapeHtml */.ZD)(live)];
    const remarks = notes.map((note) => `<tr><td colspan="4">\u26a0\ufe0f ${(0,format/* escapeHtml */.ZD)(note)}</td></tr>`);
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>${remarks.join('')}`;
}
function detailsOf({ name, details }) {
    if (details.length === 0)
        return [];
    const lines = details.map((detail) => (0,format/* escapeHtml */.ZD)(detail)).join('<br>');
    return [
        `<details><summary>${(0,format/* escapeHtml */.ZD)(name)}: ${details.length === 1 ? '1 difference' : `${details.length} differences`}</summary><p>${lines}</p></details>`,
    ];
}

;// CONCATENATED MODULE: ./build/deploy/report/rows.js



const MOST_DETAILS = 40;
function rowOf(standing, tense, base, show) {
    const { planned, now, remark } = standing;
    const { file, drift, notes } = planned;
    const id = now?.id;
    return {
        file: show(file.file, 120),
        name: show(file.name, LONGEST_NAME),
        link: id === undefined ? undefined : `${base}/workflow/${encodeURIComponent(id)}`,
        change: tense === 'planned' ? plannedChange(planned) : rows_changeOf(standing),
        live: tense === 'planned' ? plannedLive(planned) : rows_liveOf(standing),
        nodes: countsOf(planned.difference),
        details: planned.write === 'create' ? [] : rows_detailsOf(planned.difference, show),
        notes: [drift, remark, ...notes].filter((note) => note !== undefined),
    };
}
function rows_changeOf({ planned, failed, putBack, now, written, publishedVersion }) {
    if (failed)
        return 'failed';
    if (putBack)
        return 'put back';
    if (planned.write === 'create')
        return now ? 'created' : 'unchanged';
    return written !== undefined || publishedVersion !== undefined ? 'updated' : 'unchanged';
}
function plannedChange(planned) {
    if (planned.write === 'create')
        return 'created';
    return isChange(planned) ? 'updated' : 'unchanged';
}
function plannedLive({ stored, publish, published, write }) {
    if (publish)
        return stored?.published ? (0,safe/* say */.cv) `new version` : (0,safe/* say */.cv) `publish`;
    if (stored?.published)
        return write === 'none' ? (0,safe/* say */.cv) `published` : (0,safe/* say */.cv) `published, as it is`;
    return published ? (0,safe/* say */.cv) `publish` : (0,safe/* say */.cv) `draft`;
}
function rows_liveOf({ now, planned, publishedVersion }) {
    if (!now)
        return (0,safe/* say */.cv) `not there`;
    if (!now.published)
        return (0,safe/* say */.cv) `draft`;
    if (publishedVersion === undefined)
        return (0,safe/* say */.cv) `published`;
    return planned.stored?.published ? (0,safe/* say */.cv) `new version` : (0,safe/* say */.cv) `published`;
}
function countsOf({ added, removed, changed, moved, wiring, renamed, settings }) {
    const counts = [
        added.length > 0 ? (0,safe/* say */.cv) `+${added.length}` : undefined,
        removed.length > 0 ? (0,safe/* say */.cv) `\u2212${removed.length}` : undefined,
        changed.length > 0 ? (0,safe/* say */.cv) `~${changed.length}` : undefined,
    ].filter((count) => count !== undefined);
    if (counts.length > 0)
        return spaced(counts);
    const others = [
        renamed ? (0,safe/* say */.cv) `name` : undefined,
        settings.length > 0 ? (0,safe/* say */.cv) `settings` : undefined,
        wiring ? (0,safe/* say */.cv) `connections` : undefined,
        moved > 0 ? (0,safe/* say */.cv) `positions` : undefined,
    ].filter((other) => other !== undefined);
    return spaced(others);
}
function rows_detailsOf({ added, removed, changed, moved, wiring, renamed, settings }, show) {
    const named = (sign, names) => names.map((name) => (0,safe/* say */.cv) `${sign} ${show(name, LONGEST_NAME)}`);
    const nodes = [
        ...named((0,safe/* say */.cv) `+`, added),
        ...named((0,safe/* say */.cv) `\u2212`, removed),
        ...changed.map(({ name, parts }) => (0,safe/* say */.cv) `~ ${show(name, LONGEST_NAME)}: ${show(parts.join(', '), 120)}`),
    ];
    const shown = nodes.slice(0, MOST_DETAILS);
    return [
        ...shown,
        nodes.length > shown.length ? (0,safe/* say */.cv) `and ${nodes.length - shown.length} more nodes` : undefined,
        wiring ? (0,safe/* say */.cv) `~ connections` : undefined,
        moved > 0 ? (0,safe/* say */.cv) `~ positions of ${moved} nodes` : undefined,
        renamed ? (0,safe/* say */.cv) `~ the workflow's name` : undefined,
        settings.length > 0 ? (0,safe/* say */.cv) `~ settings: ${show(settings.join(', '), 120)}` : undefined,
    ].filter((detail) => detail !== undefined);
}
function spaced(texts) {
    return texts.reduce((line, text) => (line === '' ? text : (0,safe/* say */.cv) `${line} ${text}`), (0,safe/* say */.cv) ``);
}

;// CONCATENATED MODULE: ./build/deploy/report/outputs.js



function outputsOf({ success, standings, tense, plan, base, webhookBase }) {
    const workflows = standings.map((standing) => {
        const { planned, now } = standing;
        const isPlanned = tense === 'planned';
        const published = isPlanned ? planned.published : now?.published !== undefined;
        const id = now?.id ?? '';
        const webhooks = isPlanned
            ? knownWebhooks(planned.contentWith([]).nodes, id)
            : webhooksOf(now?.published?.nodes ?? [], id);
        return {
            file: planned.file.file,
            name: planned.file.name,
            id,
            change: isPlanned ? plannedChange(planned) : rows_changeOf(standing),
            published,
            'version-id': now?.published?.versionId ?? now?.versionId ?? '',
            'previous-version-id': planned.stored?.published?.versionId ?? '',
            url: id === '' ? '' : `${base}/workflow/${encodeURIComponent(id)}`,
            webhooks: (published ? webhooks : []).flatMap(({ node, methods, urlAt }) => methods.map((method) => ({ node, method, url: urlAt(webhookBase) }))),
        };
    });
    return {
        success: String(success),
        changed: String(workflows.some(({ change }) => change !== 'unchanged')),
        workflows: JSON.stringify(workflows),
        plan,
    };
}

;// CONCATENATED MODULE: ./build/deploy/report/summary.js

async function writeSummary(markdown, host) {
    try {
        await host.writeSummary(markdown);
    }
    catch (error) {
        const reason = host.show(error instanceof Error ? error.message : String(error));
        host.log.warning((0,safe/* say */.cv) `The job summary could not be written: ${reason}`);
    }
}

;// CONCATENATED MODULE: ./build/deploy/report/report.js










function showPlan(plan, { host, inputs }) {
    const rows = report_rowsOf(plan.workflows.map(standingOf), 'planned', host, inputs);
    for (const line of logLines(rows))
        host.log.info(line);
}
async function reportDryRun(plan, lines, reporting) {
    const { host, inputs } = reporting;
    const standings = plan.workflows.map(standingOf);
    const rows = report_rowsOf(standings, 'planned', host, inputs);
    const title = (0,safe/* say */.cv) `Plan for ${hostOf(reporting)}: ${report_countsOf(rows)}`;
    await conclude({ success: true, standings, tense: 'planned', rows, heading: { sign: '\ud83d\udccb', title, lines } }, reporting);
    for (const line of lines)
        host.log.info(line);
    host.log.info((0,safe/* say */.cv) `This was a dry run: nothing was written.`);
    return 0;
}
async function reportWrong(lines, title, plan, reporting) {
    const { host, inputs } = reporting;
    const standings = (plan?.workflows ?? []).map(standingOf);
    const rows = report_rowsOf(standings, 'planned', host, inputs);
    await conclude({ success: false, standings: [], tense: 'planned', rows, heading: { sign: '\u274c', title, lines } }, reporting);
    host.log.error((0,safe/* join */.fj)([...lines, (0,safe/* say */.cv) `Nothing was written.`], '\n'), title);
    return 1;
}
async function reportApplied({ standings, setback, unverified }, reporting) {
    const { host, inputs, began } = reporting;
    const rows = report_rowsOf(standings, 'done', host, inputs);
    if (setback) {
        const title = host.cancelled.aborted ? (0,safe/* say */.cv) `The deployment to n8n was cancelled` : (0,safe/* say */.cv) `The deployment to n8n failed`;
        const lines = [reasonOf(setback, standings, host), ...standingLines(standings, host), (0,safe/* say */.cv) `${whatToDo(standings)}`];
        await conclude({ success: false, standings, tense: 'done', rows, heading: { sign: '\u274c', title, lines } }, reporting);
        host.log.error((0,safe/* join */.fj)(lines, '\n'), title);
        return 1;
    }
    const title = (0,safe/* say */.cv) `Deployed to ${hostOf(reporting)}: ${report_countsOf(rows)}`;
    await conclude({ success: true, standings, tense: 'done', rows, heading: { sign: '\u2705', title, lines: unverified } }, reporting);
    for (const line of unverified)
        host.log.warning(line, (0,safe/* say */.cv) `Not everything could be verified`);
    host.log.info((0,safe/* say */.cv) `${report_countsOf(rows)} in ${(0,format/* formatDuration */.a3)(host.clock.monotonic() - began)}`);
    return 0;
}
async function conclude({ heading, rows, ...ending }, { host, inputs }) {
    const plan = reportMarkdown(heading, rows);
    const { webhookBase, instance } = inputs;
    const outputs = outputsOf({ ...ending, plan, webhookBase, base: instance.base });
    for (const [name, value] of Object.entries(outputs))
        host.setOutput(name, value);
    if (inputs.summary)
        await writeSummary(plan, host);
}
function report_rowsOf(standings, tense, host, { instance }) {
    return standings.map((standing) => rowOf(standing, tense, instance.base, host.show));
}
function hostOf({ host, inputs }) {
    return host.show(new URL(inputs.instance.base).host);
}
const WORDS = {
    created: (0,safe/* say */.cv) `created`,
    updated: (0,safe/* say */.cv) `updated`,
    unchanged: (0,safe/* say */.cv) `unchanged`,
    failed: (0,safe/* say */.cv) `failed`,
    'put back': (0,safe/* say */.cv) `put back`,
};
function report_countsOf(rows) {
    const changes = ['created', 'updated', 'unchanged', 'failed', 'put back'];
    const counted = changes.flatMap((change) => {
        const count = rows.filter((row) => row.change === change).length;
        return count > 0 ? [(0,safe/* say */.cv) `${count} ${WORDS[change]}`] : [];
    });
    return counted.length > 0 ? (0,safe/* join */.fj)(counted, ', ') : (0,safe/* say */.cv) `no workflows`;
}
function reasonOf({ place, doing, failure }, standings, host) {
    const at = place === undefined ? undefined : standings[place];
    const reason = sentenceOf(failure);
    if (!at)
        return (0,safe/* say */.cv) `Could not ${doing}. ${reason}`;
    const { name, file } = at.planned.file;
    return (0,safe/* say */.cv) `"${host.show(name, LONGEST_NAME)}" (${host.show(file, 120)}): could not ${doing}. ${reason}`;
}
function standingLines(standings, host) {
    return standings.flatMap((standing) => {
        const { planned, written, publishedVersion, now, putBack, remark } = standing;
        const touched = written !== undefined || publishedVersion !== undefined;
        if (!touched && planned.write === 'none' && !planned.publish)
            return [];
        const name = (0,safe/* say */.cv) `"${host.show(planned.file.name, LONGEST_NAME)}"`;
        const live = now?.published ? (0,safe/* say */.cv) `published` : (0,safe/* say */.cv) `not published`;
        if (!touched && planned.write === 'create' && !now)
            return [sentence((0,safe/* say */.cv) `${name}: ${remark ?? (0,safe/* say */.cv) `not created`}`)];
        if (!touched)
            return [(0,safe/* say */.cv) `${name}: not touched.`];
        if (putBack)
            return [(0,safe/* say */.cv) `${name}: put back as it was before.`];
        return [sentence((0,safe/* say */.cv) `${name}: ${remark ?? live}`)];
    });
}
const sentence = (text) => (text.endsWith('.') ? text : (0,safe/* say */.cv) `${text}.`);
function whatToDo(standings) {
    const isWhole = standings.every(({ remark, planned, now }) => planned.write === 'create' ? !now?.published : remark === undefined);
    return isWhole
        ? (0,safe/* say */.cv) `What runs in n8n has not changed. Fix the cause and run the step again.`
        : (0,safe/* say */.cv) `In n8n, look at the workflows that could not be put back. Then fix the cause and run the step again.`;
}

;// CONCATENATED MODULE: ./build/deploy/report/unstarted.js




async function endWrongInputs(lines, host) {
    const shown = lines.map((line) => host.show(line, 1000));
    const title = (0,safe/* say */.cv) `The inputs of the n8n deployment are wrong`;
    const plan = reportMarkdown({ sign: '\u274c', title, lines: [...shown, (0,safe/* say */.cv) `Nothing was sent.`] }, []);
    setOutputs(plan, host);
    if (host.input('summary').trim().toLowerCase() !== 'false')
        await writeSummary(plan, host);
    host.log.error((0,safe/* join */.fj)([...shown, (0,safe/* say */.cv) `Nothing was sent.`], '\n'), title);
    return 1;
}
function endUnconfigured(lines, response, host) {
    setOutputs('', host);
    const shown = lines.map((line) => host.show(line, 1000));
    const message = (0,safe/* join */.fj)([...shown, (0,safe/* say */.cv) `Nothing was deployed: the step is not configured here, which if-unconfigured allows.`], '\n');
    if (response === 'warn')
        host.log.warning(message, (0,safe/* say */.cv) `The n8n deployment is not configured`);
    else
        host.log.info(message);
    return 0;
}
function setOutputs(plan, host) {
    const outputs = outputsOf({ success: false, standings: [], tense: 'planned', plan, base: '', webhookBase: '' });
    for (const [name, value] of Object.entries(outputs))
        host.setOutput(name, value);
}

;// CONCATENATED MODULE: ./build/deploy/main.js



















async function main(host) {
    const { env, show } = host;
    const began = host.clock.monotonic();
    const { inputs: read, secrets, unconfigured } = await readDeployInputs(host.input);
    for (const secret of [...secrets, ...proxySecretsIn(env)])
        host.mask(secret);
    if (!read.ok) {
        const lines = read.error.map(({ line }) => line);
        return unconfigured ? endUnconfigured(lines, unconfigured, host) : endWrongInputs(lines, host);
    }
    const inputs = read.value;
    const reporting = { host, inputs, began };
    const files = await readWorkflows(inputs.workflows, env['GITHUB_WORKSPACE'] ?? '.', show);
    const unsound = [...files.wrong, ...(await checkFiles(files.workflows, show))];
    for (const note of files.notes)
        host.log.warning(note);
    const { api, connections } = connect(inputs, host);
    const known = await survey(api, files.workflows);
    if (!known.ok)
        return reportWrong([...unsound, ...known.error], UNREADY, undefined, reporting);
    const plan = await planOf(files.workflows, known.value, inputs, api, host);
    const wrong = [...unsound, ...plan.wrong];
    if (wrong.length > 0)
        return reportWrong(wrong, WRONG, undefined, reporting);
    const { ability, stored } = known.value;
    const lacking = missingRights(plan, ability);
    const limits = limitsOf(plan, ability);
    const drifts = plan.workflows.flatMap(({ drift, file }) => (drift ? [(0,safe/* say */.cv) `"${show(file.name, 60)}": ${drift}.`] : []));
    showPlan(plan, reporting);
    if (inputs.dryRun)
        return reportDryRun(plan, [...limits, ...lacking], reporting);
    const forNone = inputs.publish === 'none' ? wrongForNone(plan, ability) : [];
    const stops = [...lacking, ...forNone, ...(inputs.onDrift === 'fail' ? drifts : [])];
    if (stops.length > 0)
        return reportWrong(stops, drifts.length > 0 ? DRIFT : UNREADY, plan, reporting);
    for (const line of drifts)
        host.log.warning(line, DRIFT);
    for (const line of limits)
        host.log.info(line);
    warnOfNotes(plan, host);
    const applied = await apply(plan, {
        api,
        ability,
        host,
        label: labelFor(inputs.versionName, env),
        known: new Set(stored.map(({ id }) => id)),
        verification: {
            webhookBase: inputs.webhookBase,
            publishTimeoutMs: inputs.publishTimeoutMs,
            connections,
        },
    });
    return reportApplied(applied, reporting);
}
function connect({ instance, tls, retries, timeoutMs }, host) {
    const [kept, fresh] = [keptConnections(tls), freshConnections(tls)];
    const settings = { host, retries, timeoutMs, kept, fresh };
    return { api: deployApi(apiClient(instance, settings)), connections: fresh };
}
const WRONG = (0,safe/* say */.cv) `The workflows cannot be deployed to n8n`;
const UNREADY = (0,safe/* say */.cv) `n8n is not ready for the deployment`;
const DRIFT = (0,safe/* say */.cv) `Workflows were changed in n8n: drift`;
async function planOf(files, { ability, stored, known }, { credentials, publish, onDrift }, api, host) {
    const { show, env } = host;
    const resolved = files.map((file) => withCredentials(file, known, credentials, show));
    const wrong = resolved.flatMap((result) => (result.ok ? [] : result.error));
    const sound = resolved
        .map((result, index) => (result.ok ? result.value : files[index]))
        .filter((file) => file !== undefined);
    const isOurs = isDeployedFrom(repositoryUrl(env));
    const matched = matchAll(sound, stored, isOurs, show);
    if (!matched.ok)
        return { workflows: [], order: [], wrong: [...wrong, ...matched.error] };
    const matches = await withDescriptions(api, matched.value);
    if (!matches.ok)
        return { workflows: [], order: [], wrong: [...wrong, matches.error] };
    const back = await rolledBack(api, matches.value, isOurs);
    const plan = planFor({
        matches: matches.value,
        stored,
        ability,
        publish,
        onDrift,
        isOurs,
        wasRolledBack: ({ id }) => back.has(id),
        show,
    });
    return { ...plan, wrong: [...wrong, ...plan.wrong] };
}
function warnOfNotes({ workflows }, host) {
    for (const planned of workflows) {
        if (isChange(planned) || !planned.hasForeignDraft)
            continue;
        host.log.warning((0,safe/* say */.cv) `"${host.show(planned.file.name, 60)}": somebody saved changes in n8n that are not published. They are kept.`);
    }
}


/***/ }),

/***/ 1808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ cancelled)
/* harmony export */ });
const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'])
    process.on(signal, () => controller.abort());
const cancelled = controller.signal;


/***/ }),

/***/ 8738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B: () => (/* binding */ runnerHost)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: external "lazy:timers/promises"
const promises_namespaceObject = {
  get setTimeout() { return require('timers/promises').setTimeout; },
  get setImmediate() { return require('timers/promises').setImmediate; },
  get setInterval() { return require('timers/promises').setInterval; },
  get scheduler() { return require('timers/promises').scheduler; },
};
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = require("os");
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
 
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js


function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
 
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = require("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = require("fs");
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
 
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = require("path");
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






var ExitCode;
(function (ExitCode) {
    ExitCode[ExitCode["Success"] = 0] = "Success";
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
function debug(message) {
    command_issueCommand('debug', {}, message);
}
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
function startGroup(name) {
    issue('group', name);
}
function endGroup() {
    issue('endgroup');
}
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}




 
// EXTERNAL MODULE: ./build/host/cancelled.js
var cancelled = __nccwpck_require__(1808);
// EXTERNAL MODULE: ./build/text/format.js
var format = __nccwpck_require__(3387);
// EXTERNAL MODULE: ./build/text/safe.js
var safe = __nccwpck_require__(8753);
// EXTERNAL MODULE: ./build/text/unicode.js
var unicode = __nccwpck_require__(9305);
;// CONCATENATED MODULE: ./build/host/views.js

const DEPTH = 4;
const MOST_VIEWS = 64;
const FEWEST_VIEWS = 8;
const MOST_CHARACTERS = 1024 * 1024;
const MEANINGLESS = (0,unicode/* unicodePattern */.g)(String.raw `\x1b\[[0-9;]*[A-Za-z]|[\x00-\x08\x0e-\x1f\x7f]|\p{Default_Ignorable_Code_Point}`, 'gu');
const ESCAPES = [
    {
        mayOccurIn: (text) => text.includes('%'),
        pattern: () => /%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-7](?:%[89ab][0-9a-f]){3}/gi,
        meaning: percentDecoded,
    },
    {
        mayOccurIn: (text) => text.includes('\\'),
        pattern: () => /\\[Uu]\{[0-9A-Fa-f]{1,6}\}|\\[Uu][0-9A-Fa-f]{4}|\\[Xx][0-9A-Fa-f]{2}|\\[^UuXx\r\n]/gu,
        meaning: (written) => {
            const code = /^\\[ux]\{?([0-9a-f]+)/i.exec(written)?.[1];
            if (code !== undefined)
                return characterOf(Number.parseInt(code, 16));
            return CONTROLS.get(written.slice(1)) ?? written.slice(1);
        },
    },
    {
        mayOccurIn: (text) => text.includes('&'),
        pattern: () => /&#x[0-9a-f]{1,6};?|&#[0-9]{1,7};?|&(?:amp|lt|gt|quot|apos|sol|colon|equals|quest|num|nbsp);/gi,
        meaning: (written) => {
            const [, large, small] = /^&#(?:x([0-9a-f]+)|([0-9]+))/i.exec(written) ?? [];
            if (large !== undefined)
                return characterOf(Number.parseInt(large, 16));
            if (small !== undefined)
                return characterOf(Number(small));
            return NAMED.get(written.slice(1, -1).toLowerCase()) ?? written;
        },
    },
    {
        mayOccurIn: (text) => /[^\t-\r -~]/.test(text),
        pattern: MEANINGLESS,
        meaning: () => '',
    },
    {
        mayOccurIn: (text) => /[\r\n\u0085\u2028\u2029]/.test(text),
        pattern: () => /[ \t]*[\r\n\u0085\u2028\u2029]\s*/g,
        meaning: () => '',
    },
];
const NAMED = new Map(Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    sol: '/',
    colon: ':',
    equals: '=',
    quest: '?',
    num: '#',
    nbsp: ' ',
}));
const CONTROLS = new Map(Object.entries({ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }));
function viewsOf(text) {
    const layers = [{ text, spans: undefined }];
    const seen = new Set([text]);
    const most = Math.max(FEWEST_VIEWS, Math.min(MOST_VIEWS, Math.floor(MOST_CHARACTERS / (text.length + 1))));
    let begin = 0;
    for (let depth = 0; depth < DEPTH; depth += 1) {
        const current = layers.slice(begin);
        begin = layers.length;
        for (const layer of current) {
            for (const escapes of ESCAPES) {
                const next = layers.length < most ? unescaped(layer, escapes) : undefined;
                if (!next || seen.has(next.text))
                    continue;
                seen.add(next.text);
                layers.push(next);
            }
        }
    }
    return layers.map(viewOf);
}
function unescapedForms(text) {
    return [...new Set(viewsOf(text).map(({ folded }) => folded))];
}
function fold(text) {
    return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()).replaceAll('+', ' ');
}
function viewOf(layer) {
    return { folded: fold(layer.text), ...placesIn(layer) };
}
function placesIn({ spans }) {
    return { startOf: (index) => spans?.starts[index] ?? index, endOf: (index) => spans?.ends[index] ?? index + 1 };
}
function unescaped(layer, { mayOccurIn, pattern, meaning }) {
    const { text } = layer;
    if (!mayOccurIn(text))
        return undefined;
    const { startOf, endOf } = placesIn(layer);
    let result = '';
    const starts = [];
    const ends = [];
    let done = 0;
    const copy = (to) => {
        result += text.slice(done, to);
        for (; done < to; done += 1) {
            starts.push(startOf(done));
            ends.push(endOf(done));
        }
    };
    for (const { 0: written, index } of text.matchAll(pattern())) {
        copy(index);
        const meant = meaning(written);
        result += meant;
        done = index + written.length;
        for (let n = 0; n < meant.length; n += 1) {
            starts.push(startOf(index));
            ends.push(endOf(done - 1));
        }
    }
    if (done === 0)
        return undefined;
    copy(text.length);
    return { text: result, spans: { starts, ends } };
}
function percentDecoded(written) {
    try {
        return decodeURIComponent(written);
    }
    catch {
        return written;
    }
}
function characterOf(code) {
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\ufffd';
}

;// CONCATENATED MODULE: ./build/host/hidden.js


const EVERYDAY = /^(?:.{0,3}|true|false|null|none|\*\/\*|(?:application|audio|image|text|video)\/[a-z+.-]+)$/is;
const FRAME = /^-----[A-Z0-9 ]*-----$/;
const ONE_WORD = /^(?!-----)[^\s:]+$/;
const SHORT = 8;
const AS_A_WORD = (0,unicode/* unicodePattern */.g)(String.raw `(?:^|[^\p{L}\p{N}])\n[^\p{L}\p{N}]?$`, 'u');
const PLAIN_WORD = (0,unicode/* unicodePattern */.g)(String.raw `^\p{L}{1,15}$`, 'u');
const AS_AN_ADDRESS = (0,unicode/* unicodePattern */.g)(String.raw `["'=\\]\n(?:[^\p{L}\p{N}\s]|$)|(?:/|\b(?:get|head|post|put|patch|delete) )\n(?:[^\p{L}\p{N}]|$)`, 'u');
const AS_A_FOLDER = () => /\/\n[/?#"'\s]?$/;
function secretLines(secret) {
    const breaks = secret.startsWith('-----BEGIN ') ? /[\r\n]+|(?:\\r)?\\n/ : /[\r\n]+/;
    const lines = secret.split(breaks).map((line) => line.trim());
    return [...new Set(lines)].filter((line) => !EVERYDAY.test(line) && !FRAME.test(line));
}
function secretForms(secret) {
    const lines = [secret.trim(), ...secretLines(secret)];
    const plain = lines.flatMap((line) => [line, line.replace(/=+$/, '')]);
    const forms = [
        ...plain.map((line) => ({ text: fold(line), mark: '***', ...(ONE_WORD.test(line) && { inParts: true }) })),
        ...lines.flatMap(encodedForms).map((text) => ({ text, mark: '***' })),
    ];
    return forms.filter(({ text }) => !EVERYDAY.test(text) && !FRAME.test(text));
}
function addressForms(url, { instancePath = '', executionId } = {}) {
    const path = withoutSlashes(url.pathname.startsWith(`${instancePath}/`) ? url.pathname.slice(instancePath.length) : url.pathname);
    const [, prefix, named] = /^(.*?)(?:^|\/)(?:webhook|form|mcp)(?:-test|-waiting)?\/(.*)$/s.exec(path) ?? [];
    const own = executionId === undefined ? (named ?? path.replace(/^[^/]*\//, '')) : after(executionId, path);
    const parts = [path, own, ...own.split('/').filter(isRandom), url.search.slice(1), ...url.searchParams.values()];
    const texts = parts.flatMap((part) => [...unescapedForms(part), ...encodedForms(part)]);
    const hidden = texts.filter((text) => !EVERYDAY.test(text) || isShortPath(text, own)).map(asAddress);
    const folder = prefix === undefined ? '' : fold(withoutSlashes(prefix));
    return folder === '' ? hidden : [...hidden, { text: folder, mark: '\u2026', stands: AS_A_FOLDER }];
}
function asAddress(text) {
    const isPlain = (0,unicode/* isAscii */.E)(text) ? /^[a-z]{1,15}$/i.test(text) : PLAIN_WORD().test(text);
    if (isPlain)
        return { text, mark: '\u2026', stands: AS_AN_ADDRESS };
    return text.length < SHORT ? { text, mark: '\u2026', stands: AS_A_WORD } : { text, mark: '\u2026' };
}
function isShortPath(text, own) {
    return text.length > 2 && text === fold(own);
}
function after(part, path) {
    const parts = path.split('/');
    return parts.slice(parts.lastIndexOf(part) + 1).join('/');
}
function withoutSlashes(path) {
    return path.replace(/^\/+|\/+$/g, '');
}
function isRandom(part) {
    return part.length >= 16 && /\d/.test(part);
}
function encodedForms(text) {
    const bytes = Buffer.from(text);
    if (bytes.length < SHORT)
        return [];
    const inBase64 = [0, 1, 2].flatMap((shift) => {
        const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64url');
        const end = Math.floor(((shift + bytes.length) * 8) / 6);
        const form = encoded.slice(Math.ceil((shift * 8) / 6), end);
        return [fold(form), fold(form.replaceAll('-', '+').replaceAll('_', '/'))];
    });
    return [bytes.toString('hex'), ...inBase64];
}

;// CONCATENATED MODULE: ./build/host/door.js




const LOOKED_AT = (shown) => Math.min(256 * 1024, 16 * 1024 + 32 * shown);
const USUAL = 200;
const LONGEST_ESCAPE = 16;
const CONTEXT = 10;
function createDoor() {
    const hidden = new Map();
    let longest = 0;
    const add = (forms) => {
        for (const form of forms) {
            if (!hidden.has(form.text))
                hidden.set(form.text, form);
            longest = Math.max(longest, form.text.length);
        }
    };
    const redact = (text) => withoutHidden(text, [...hidden.values()]);
    const within = (text, shown) => {
        const most = LOOKED_AT(shown);
        return text.length <= most
            ? redact(text)
            : `${redact(text.slice(0, most)).slice(0, -LONGEST_ESCAPE * longest - 1)}\u2026`;
    };
    return {
        hide: (secret) => add(secretForms(secret)),
        hideAddress: (url, open) => add(addressForms(url, open)),
        show: (text, most = USUAL) => (0,safe/* declareSafe */.Eh)((0,format/* excerpt */.Kb)(within(text, most), most)),
        showLines: (text, most = USUAL) => {
            const lines = within(text, most).split(/\r\n|[\r\n\u0085\u2028\u2029]/);
            const shown = lines.map((line) => {
                const indent = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '  ').slice(0, 200) ?? '';
                const rest = (0,format/* excerpt */.Kb)(line, most);
                return rest === '' ? '' : indent + rest;
            });
            return (0,safe/* declareSafe */.Eh)(cut(shown.join('\n'), most));
        },
    };
}
function cut(text, most) {
    if (text.length <= most)
        return text;
    return `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}\u2026`;
}
const SHORTEST_PART = { characters: 12, share: 2 / 3 };
function withoutHidden(text, hidden) {
    if (hidden.length === 0 || text === '')
        return text;
    const found = viewsOf(text).flatMap((view) => spansIn(view, hidden));
    let shown = '';
    let end = 0;
    for (const span of merged(found)) {
        shown += text.slice(end, span.from) + span.mark;
        end = span.to;
    }
    return shown + text.slice(end);
}
function spansIn(view, hidden) {
    const spans = [];
    for (const { text, mark, stands, inParts } of hidden) {
        for (const [at, end] of inParts ? partsIn(view.folded, text) : door_placesIn(view.folded, text)) {
            if (stands && !stands().test(`${view.folded.slice(Math.max(0, at - CONTEXT), at)}\n${view.folded.charAt(end)}`))
                continue;
            append(spans, { from: view.startOf(at), to: view.endOf(end - 1), mark, length: end - at });
        }
    }
    return spans;
}
function* door_placesIn(text, hidden) {
    for (let at = text.indexOf(hidden); at >= 0; at = text.indexOf(hidden, at + 1))
        yield [at, at + hidden.length];
}
function* partsIn(text, hidden) {
    const { characters, share } = SHORTEST_PART;
    const shortest = Math.min(Math.max(characters, Math.ceil(share * hidden.length)), hidden.length);
    const seed = Math.ceil(shortest / 2);
    for (let offset = 0; offset + seed <= hidden.length; offset += seed) {
        const wanted = hidden.slice(offset, offset + seed);
        for (const [at, end] of door_placesIn(text, wanted)) {
            const start = at - offset;
            let [from, to] = [at, end];
            while (from > Math.max(start, 0) && text[from - 1] === hidden[from - 1 - start])
                from -= 1;
            while (to < text.length && text[to] === hidden[to - start])
                to += 1;
            if (to - from >= shortest)
                yield [from, to];
        }
    }
}
function merged(found) {
    const spans = [];
    for (const span of found.toSorted((a, b) => a.from - b.from))
        append(spans, span);
    return spans;
}
function append(spans, span) {
    const last = spans.at(-1);
    if (!last || span.from < last.from || last.to < span.from) {
        spans.push(span);
        return;
    }
    last.to = Math.max(last.to, span.to);
    if (span.length > last.length) {
        last.mark = span.mark;
        last.length = span.length;
    }
}

;// CONCATENATED MODULE: ./build/host/masks.js

function masksFor(secrets) {
    const lines = secrets.flatMap(secretLines);
    return [...new Set(lines.flatMap((line) => [line, JSON.stringify(line).slice(1, -1), encodeURIComponent(line)]))];
}

;// CONCATENATED MODULE: ./build/host/runner.js








const { hide, ...door } = createDoor();
const runnerHost = {
    env: process.env,
    tempDirectory: process.env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(),
    log: {
        info: info,
        debug: debug,
        warning: (text, title) => warning(text, title === undefined ? {} : { title }),
        error: (text, title) => error(text, title === undefined ? {} : { title }),
    },
    clock: {
        monotonic: () => Number(process.hrtime.bigint()) / 1e6,
        now: () => Date.now(),
        sleep: (ms, signal) => (0,promises_namespaceObject.setTimeout)(ms, undefined, { signal }).catch(() => undefined),
        timeout: (ms) => AbortSignal.timeout(ms),
    },
    cancelled: cancelled/* cancelled */.K,
    random: Math.random,
    randomBytes: external_node_crypto_.randomBytes,
    randomUUID: external_node_crypto_.randomUUID,
    input: (name) => getInput(name, { trimWhitespace: false }),
    mask: (secret) => {
        for (const mask of masksFor([secret]))
            setSecret(mask);
        hide(secret);
    },
    ...door,
    setOutput: setOutput,
    writeSummary: async (markdown) => {
        const file = process.env['GITHUB_STEP_SUMMARY'];
        if (file)
            (0,external_node_fs_.appendFileSync)(file, markdown);
    },
};


/***/ }),

/***/ 5398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  I: () => (/* binding */ runAsStep)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = require("node:v8");
// EXTERNAL MODULE: ./build/text/safe.js
var safe = __nccwpck_require__(8753);
;// CONCATENATED MODULE: ./build/host/step.js



const LAST_MOMENT_MS = 9000;
const SHELL = '/bin/sh';
async function runAsStep(main, host, unexpected) {
    for (const flag of ['--no-concurrent-sparkplug', '--no-concurrent-recompilation'])
        (0,external_node_v8_namespaceObject.setFlagsFromString)(flag);
    quiet(host);
    let hasEnded = false;
    const breakOff = (error) => {
        if (hasEnded)
            return;
        hasEnded = true;
        const reason = error instanceof Error ? error.message : String(error);
        if (error instanceof Error)
            host.log.debug(host.show(error.stack ?? reason, 2000));
        const { title, hint } = unexpected;
        host.log.error((0,safe/* say */.cv) `The step ended unexpectedly: ${host.show(reason)}. ${hint}`, title);
        try {
            host.setOutput('success', 'false');
        }
        catch {
        }
        end(1);
    };
    process.once('uncaughtException', breakOff);
    process.once('unhandledRejection', breakOff);
    process.once('beforeExit', () => breakOff('nothing is left to wait for'));
    host.cancelled.addEventListener('abort', () => {
        setTimeout(() => breakOff('the job was cancelled, and the step did not stop in time'), LAST_MOMENT_MS).unref();
    });
    try {
        const code = await main(host);
        hasEnded = true;
        end(code);
    }
    catch (error) {
        breakOff(error);
    }
}
function quiet({ log, show }) {
    process.removeAllListeners('warning');
    process.on('warning', ({ name, message }) => log.debug((0,safe/* say */.cv) `${show(name)}: ${show(message)}`));
}
function end(code) {
    process.exitCode = code;
    process.stdout.write('', () => {
        if (isThreadBusy())
            vanish(code);
        process.exit(code);
    });
}
function isThreadBusy() {
    return process.getActiveResourcesInfo().some((name) => /^(?:FSReq|Get(?:Addr|Name)Info)/.test(name));
}
function vanish(code) {
    if (process.platform === 'win32')
        return;
    try {
        (0,external_node_fs_.accessSync)(SHELL, external_node_fs_.constants.X_OK);
    }
    catch {
        if (code !== 0)
            process.kill(process.pid, 'SIGKILL');
        return;
    }
    process.execve?.(SHELL, [SHELL, '-c', `exit ${code}`], {});
}


/***/ }),

/***/ 2749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N$: () => (/* binding */ ProxyFailure),
/* harmony export */   YB: () => (/* binding */ proxyAuthorization),
/* harmony export */   iJ: () => (/* binding */ proxyFor),
/* harmony export */   w4: () => (/* binding */ hostOf),
/* harmony export */   yM: () => (/* binding */ failureOfProxy)
/* harmony export */ });
/* harmony import */ var _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7012);

class ProxyFailure extends Error {
    code;
    constructor(reason, cause) {
        super('the proxy failed', { cause });
        this.code = `PROXY_${reason}`;
    }
}
async function proxyFor(url) {
    const variable = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
    const isNamed = Boolean(process.env[variable] || process.env[variable.toUpperCase()]);
    if (!isNamed || (0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__/* .checkBypass */ .H)(url))
        return undefined;
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'];
    if (noProxy && (await __nccwpck_require__.e(/* import() */ 167).then(__nccwpck_require__.bind(__nccwpck_require__, 1167))).bypassesProxy(url, noProxy))
        return undefined;
    const named = proxyNamedFor(url);
    if (!named || !/^https?:$/.test(named.protocol))
        throw new ProxyFailure('FAILED');
    return new URL(named.href);
}
function proxyNamedFor(url) {
    try {
        return (0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__/* .getProxyUrl */ .s)(url);
    }
    catch (error) {
        throw new ProxyFailure('FAILED', error);
    }
}
function hostOf({ hostname }) {
    return hostname.replace(/^\[|\]$/g, '');
}
function proxyAuthorization({ username, password }) {
    if (username === '' && password === '')
        return {};
    const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
}
const SQUID_REFUSED = /^ERR_(?:ACCESS_DENIED|CACHE_ACCESS_DENIED|CANNOT_FORWARD|CONNECT_FAIL|DNS_FAIL|SECURE_CONNECT_FAIL)\b/;
function failureOfProxy({ statusCode, statusMessage, headers }) {
    const isTinyproxys = String(headers['server']).startsWith('tinyproxy/');
    const isRefused = statusCode === 407 ||
        SQUID_REFUSED.test(String(headers['x-squid-error'])) ||
        (isTinyproxys && (statusCode === 403 || statusMessage === 'Unable to connect'));
    return isRefused ? new ProxyFailure(String(statusCode)) : undefined;
}


/***/ }),

/***/ 7012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ checkBypass),
/* harmony export */   s: () => (/* binding */ getProxyUrl)
/* harmony export */ });
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
 

/***/ }),

/***/ 3924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ errorCode)
/* harmony export */ });
function errorCode(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return typeof code === 'string' ? code : undefined;
}


/***/ }),

/***/ 3387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kb: () => (/* binding */ excerpt),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   a3: () => (/* binding */ formatDuration)
/* harmony export */ });
/* unused harmony export formatBytes */
/* harmony import */ var _safe_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8753);
/* harmony import */ var _unicode_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9305);


const JOINERS = /\u200c|\u200d|\ufe0e|\ufe0f/g;
const UNSEEN = (0,_unicode_js__WEBPACK_IMPORTED_MODULE_0__/* .unicodePattern */ .g)(String.raw `[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]`, 'gu');
const PILED_MARKS = (0,_unicode_js__WEBPACK_IMPORTED_MODULE_0__/* .unicodePattern */ .g)(String.raw `(\p{M}{4})\p{M}+`, 'gu');
function excerpt(text, most = 200) {
    const line = withoutUnseen(text.slice(0, most * 4).replace(/[\s\u0085\u2028\u2029]+/g, ' '))
        .replaceAll('##[', '# #[')
        .replace(/\[[\da-f:.]+\]|:(?=:)/gi, (colons) => (colons === ':' ? ': ' : colons))
        .trim();
    const characters = [...line.slice(0, most * 2)];
    return characters.length > most || line.length > most * 2 ? `${characters.slice(0, most).join('')}\u2026` : line;
}
function withoutUnseen(text) {
    if ((0,_unicode_js__WEBPACK_IMPORTED_MODULE_0__/* .isAscii */ .E)(text))
        return text.replace(/[\0-\x1f\x7f]/g, '\ufffd');
    return text.replace(JOINERS, '').replace(UNSEEN(), '\ufffd').replace(PILED_MARKS(), '$1');
}
function formatBytes(bytes) {
    if (bytes < 1000)
        return declareSafe(`${bytes} B`);
    if (bytes < 1_000_000)
        return declareSafe(`${(bytes / 1000).toFixed(1)} kB`);
    if (bytes < 1_000_000_000)
        return declareSafe(`${(bytes / 1_000_000).toFixed(1)} MB`);
    return declareSafe(`${(bytes / 1_000_000_000).toFixed(2)} GB`);
}
function formatDuration(ms) {
    if (ms < 1000)
        return (0,_safe_js__WEBPACK_IMPORTED_MODULE_1__/* .declareSafe */ .Eh)(`${Math.round(ms)} ms`);
    if (ms < 60_000)
        return (0,_safe_js__WEBPACK_IMPORTED_MODULE_1__/* .declareSafe */ .Eh)(`${(ms / 1000).toFixed(1)} s`);
    const seconds = Math.round(ms / 1000);
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return (0,_safe_js__WEBPACK_IMPORTED_MODULE_1__/* .declareSafe */ .Eh)(`${minutes} min${rest(seconds % 60, 's')}`);
    return (0,_safe_js__WEBPACK_IMPORTED_MODULE_1__/* .declareSafe */ .Eh)(`${Math.floor(minutes / 60)} h${rest(minutes % 60, 'min')}`);
}
const rest = (count, unit) => (count === 0 ? '' : ` ${count} ${unit}`);
function escapeHtml(text) {
    return text
        .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '\ufffd')
        .replace(/[&<>"'`*_[\]()#@|\\~:$]/g, (character) => `&#${character.codePointAt(0)};`)
        .replace(/\r\n|\r|\n/g, '&#10;');
}


/***/ }),

/***/ 8753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Eh: () => (/* binding */ declareSafe),
/* harmony export */   Vm: () => (/* binding */ word),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   fj: () => (/* binding */ join)
/* harmony export */ });
/* unused harmony export withoutFullStop */
function say(words, ...values) {
    return declareSafe(String.raw({ raw: words }, ...values));
}
function join(texts, separator = ' ') {
    return declareSafe(texts.filter((text) => text !== '').join(separator));
}
function withoutFullStop(text) {
    return text.endsWith('.') ? declareSafe(text.slice(0, -1)) : text;
}
function word(text) {
    return declareSafe(text);
}
function declareSafe(text) {
    return text;
}


/***/ }),

/***/ 9305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ isAscii),
/* harmony export */   g: () => (/* binding */ unicodePattern)
/* harmony export */ });
function unicodePattern(source, flags) {
    let made;
    return () => {
        made ??= new RegExp(source, flags);
        return made;
    };
}
function isAscii(text) {
    return /^[\0-\x7f]*$/.test(text);
}


/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/async module */
/******/ 	(() => {
/******/ 		var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 		var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 		var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 		var resolveQueue = (queue) => {
/******/ 			if(queue && queue.d < 1) {
/******/ 				queue.d = 1;
/******/ 				queue.forEach((fn) => (fn.r--));
/******/ 				queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 			}
/******/ 		}
/******/ 		var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 			if(dep !== null && typeof dep === "object") {
/******/ 				if(dep[webpackQueues]) return dep;
/******/ 				if(dep.then) {
/******/ 					var queue = [];
/******/ 					queue.d = 0;
/******/ 					dep.then((r) => {
/******/ 						obj[webpackExports] = r;
/******/ 						resolveQueue(queue);
/******/ 					}, (e) => {
/******/ 						obj[webpackError] = e;
/******/ 						resolveQueue(queue);
/******/ 					});
/******/ 					var obj = {};
/******/ 					obj[webpackQueues] = (fn) => (fn(queue));
/******/ 					return obj;
/******/ 				}
/******/ 			}
/******/ 			var ret = {};
/******/ 			ret[webpackQueues] = x => {};
/******/ 			ret[webpackExports] = dep;
/******/ 			return ret;
/******/ 		}));
/******/ 		__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 			var queue;
/******/ 			hasAwait && ((queue = []).d = -1);
/******/ 			var depQueues = new Set();
/******/ 			var exports = module.exports;
/******/ 			var currentDeps;
/******/ 			var outerResolve;
/******/ 			var reject;
/******/ 			var promise = new Promise((resolve, rej) => {
/******/ 				reject = rej;
/******/ 				outerResolve = resolve;
/******/ 			});
/******/ 			promise[webpackExports] = exports;
/******/ 			promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 			module.exports = promise;
/******/ 			body((deps) => {
/******/ 				currentDeps = wrapDeps(deps);
/******/ 				var fn;
/******/ 				var getResult = () => (currentDeps.map((d) => {
/******/ 					if(d[webpackError]) throw d[webpackError];
/******/ 					return d[webpackExports];
/******/ 				}))
/******/ 				var promise = new Promise((resolve) => {
/******/ 					fn = () => (resolve(getResult));
/******/ 					fn.r = 0;
/******/ 					var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 					currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 				});
/******/ 				return fn.r ? promise : getResult();
/******/ 			}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 			queue && queue.d < 0 && (queue.d = 0);
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
/******/ 	
/******/ 	// startup
/******/ 	// Load entry module and return exports
/******/ 	// This entry module used 'module' so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(3650);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;