"use strict";

exports.id = 352;

exports.ids = [ 352 ];

exports.modules = {
 2352: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   createReplyFile: () => createReplyFile,
   writeReplyFile: () => writeReplyFile
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
  var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
  var _text_error_code_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3924);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5717);
  const OWNER_ONLY = 384;
  async function createReplyFile(directory, contentType) {
   const path = (0, node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, await newName(contentType));
   const handle = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, "wx", OWNER_ONLY).catch(unwritable);
   return {
    path: path,
    append: chunk => handle.appendFile(chunk).catch(unwritable),
    close: () => handle.close()
   };
  }
  function unwritable(cause) {
   throw new _text_error_code_js__WEBPACK_IMPORTED_MODULE_4__.A(`DISK_${(0, _text_error_code_js__WEBPACK_IMPORTED_MODULE_4__.C)(cause) ?? "unknown"}`, cause);
  }
  async function writeReplyFile(directory, contentType, data) {
   const path = (0, node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, await newName(contentType));
   try {
    (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(path, data, {
     flag: "wx",
     mode: OWNER_ONLY
    });
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.ok)(path);
   } catch (error) {
    return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_5__.g)((0, _text_error_code_js__WEBPACK_IMPORTED_MODULE_4__.C)(error) ?? "unknown");
   }
  }
  async function newName(contentType = "") {
   const {default: mime} = await __webpack_require__.e(86).then(__webpack_require__.bind(__webpack_require__, 5086));
   return `n8n-response-${(0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.${mime.getExtension(contentType) || "bin"}`;
  }
 })
};