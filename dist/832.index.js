"use strict";
exports.id = 832;
exports.ids = [832];
exports.modules = {

/***/ 5832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   signatureOf: () => (/* binding */ signatureOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _http_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5621);
/* harmony import */ var _text_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5717);



async function signatureOf(body, secret, signal) {
    const hmac = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', secret);
    try {
        for await (const chunk of body?.open() ?? []) {
            if (signal?.aborted)
                return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .g)('aborted');
            hmac.update(chunk);
        }
    }
    catch (error) {
        if (error instanceof _http_body_js__WEBPACK_IMPORTED_MODULE_1__/* .FileUnreadable */ .Oe)
            return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__/* .failed */ .g)('unreadable');
        throw error;
    }
    return (0,_text_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)(`sha256=${hmac.digest('hex')}`);
}


/***/ })

};
;