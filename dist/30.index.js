"use strict";
exports.id = 30;
exports.ids = [30];
exports.modules = {

/***/ 4649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   executionData: () => (/* binding */ executionData)
/* harmony export */ });
/* harmony import */ var _http_received_body_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7003);
/* harmony import */ var _text_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5666);
/* harmony import */ var _text_safe_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8753);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4121);




async function executionData(items, directory, show) {
    const json = (0,_text_json_js__WEBPACK_IMPORTED_MODULE_1__/* .toJsonText */ .jj)(items);
    if (json === undefined) {
        const warning = (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `The data of the execution is nested too deep for the output execution-data: look at it in n8n.`;
        return { warning };
    }
    const size = Buffer.byteLength(json);
    if (size <= _outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .FILE_FROM */ .u)
        return { text: json };
    const isTooLarge = size > _http_received_body_js__WEBPACK_IMPORTED_MODULE_3__/* .OUTPUT_LIMIT */ .oJ;
    const output = isTooLarge ? {} : { text: json };
    const { writeReplyFile } = await __webpack_require__.e(/* import() */ 352).then(__webpack_require__.bind(__webpack_require__, 2352));
    const written = await writeReplyFile(directory, 'application/json', json);
    const what = (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `The data of the execution has ${size} bytes`;
    if (!written.ok) {
        const warning = (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `${what} and could not be written to execution-data-file (${show(written.error)}).`;
        return { ...output, warning };
    }
    const file = written.value;
    return isTooLarge ? { file, warning: (0,_text_safe_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `${what}: it is only in execution-data-file.` } : { ...output, file };
}


/***/ })

};
;