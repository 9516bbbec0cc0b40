"use strict";
exports.id = 293;
exports.ids = [293];
exports.modules = {

/***/ 754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ pemBlocks),
/* harmony export */   Q: () => (/* binding */ parsePrivateKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9093);
/* harmony import */ var _text_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5717);



function pemBlocks(text) {
    return [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \1-----/g)].map(([, label = '', data = '']) => {
        const lines = data.replace(/\\[nr]|\s/g, '').match(/.{1,64}/g) ?? [];
        return { label, text: [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n') };
    });
}
function parsePrivateKey(name, text) {
    if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: *4, *ENCRYPTED/.test(text)) {
        return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(`${name}: is encrypted. Remove its passphrase first: openssl pkey -in FILE.`);
    }
    try {
        const block = pemBlocks(text).find(({ label }) => label.endsWith('PRIVATE KEY'));
        if (block)
            return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(block.text));
    }
    catch {
    }
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .wrong */ .Qm)(`${name}: is not a PEM private key. Give it whole, with its BEGIN and END lines.`);
}


/***/ }),

/***/ 5293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseTls: () => (/* binding */ parseTls)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _text_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9093);
/* harmony import */ var _text_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5717);
/* harmony import */ var _pem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(754);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3368);





function parseTls(text) {
    const [certText, keyText] = [text('client-cert'), text('client-key')];
    const read = (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .gather */ .kg)({
        ca: parseCertificates('ca-cert', text('ca-cert')),
        cert: certText === '' && keyText !== ''
            ? missing('client-cert', 'client-key')
            : parseCertificates('client-cert', certText),
        key: keyText === '' && certText !== '' ? missing('client-key', 'client-cert') : parseKey(keyText),
    });
    if (!read.ok)
        return read;
    const { ca, cert, key } = read.value;
    if (cert !== undefined && key && !new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(cert).checkPrivateKey(key)) {
        return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Qm)('client-key: does not belong to client-cert. Give the key of the first certificate in client-cert.');
    }
    if (ca === undefined && cert === undefined)
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(undefined);
    return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)({ ca, cert, key: key?.export({ type: 'pkcs8', format: 'pem' }).toString() });
}
function missing(name, given) {
    return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .unset */ .wC)(`${name}: is required with ${given}. ${_values_js__WEBPACK_IMPORTED_MODULE_2__/* .UNSET */ .Ag}`);
}
function parseCertificates(name, text) {
    if (text === '')
        return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(undefined);
    if (/PRIVATE KEY-----/.test(text))
        return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Qm)(`${name}: contains a private key. Give only certificates.`);
    const blocks = (0,_pem_js__WEBPACK_IMPORTED_MODULE_1__/* .pemBlocks */ .P)(text);
    if (blocks.length === 0 || !blocks.every(isCertificate)) {
        return (0,_text_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .wrong */ .Qm)(`${name}: is not a PEM certificate. Give it whole, with its BEGIN and END lines.`);
    }
    return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(blocks.map((block) => block.text).join(''));
}
function isCertificate({ label, text }) {
    try {
        return label === 'CERTIFICATE' && new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(text).fingerprint256 !== '';
    }
    catch {
        return false;
    }
}
function parseKey(text) {
    return text === '' ? (0,_text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(undefined) : (0,_pem_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePrivateKey */ .Q)('client-key', text);
}


/***/ })

};
;