"use strict";

exports.id = 30;

exports.ids = [ 30 ];

exports.modules = {
 4649: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   executionData: () => executionData
  });
  var _http_received_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7003);
  var _text_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5666);
  var _text_safe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8753);
  var _outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4121);
  async function executionData(items, directory, show) {
   const json = (0, _text_json_js__WEBPACK_IMPORTED_MODULE_2__.jj)(items);
   if (json === void 0) {
    const warning = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`The data of the execution is nested too deep for the output execution-data: look at it in n8n.`;
    return {
     warning: warning
    };
   }
   const size = Buffer.byteLength(json);
   if (size <= _outputs_js__WEBPACK_IMPORTED_MODULE_3__.u) return {
    text: json
   };
   const isTooLarge = size > _http_received_body_js__WEBPACK_IMPORTED_MODULE_0__.oJ;
   const output = isTooLarge ? {} : {
    text: json
   };
   const {writeReplyFile: writeReplyFile} = await __webpack_require__.e(352).then(__webpack_require__.bind(__webpack_require__, 2352));
   const written = await writeReplyFile(directory, "application/json", json);
   const what = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`The data of the execution has ${size} bytes`;
   if (!written.ok) {
    const warning = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`${what} and could not be written to execution-data-file (${show(written.error)}).`;
    return {
     ...output,
     warning: warning
    };
   }
   const file = written.value;
   return isTooLarge ? {
    file: file,
    warning: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_1__.cv)`${what}: it is only in execution-data-file.`
   } : {
    ...output,
    file: file
   };
  }
 })
};