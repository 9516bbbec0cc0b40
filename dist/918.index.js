"use strict";

exports.id = 918;

exports.ids = [ 918 ];

exports.modules = {
 3581: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   R: () => multipartBody
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var _body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5621);
  function multipartBody(fields, files) {
   const boundary = `----n8n-trigger-${(0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
   const head = (name, more) => `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name)}"${more}\r\n\r\n`;
   const start = Buffer.from([ ...fields ].map(([name, value]) => `${head(name, "")}${value}\r\n`).join(""));
   const parts = files.map(({field: field, path: path, name: name, type: type, size: size}) => ({
    head: Buffer.from(head(field, `; filename="${escapeName(name)}"\r\nContent-Type: ${type}`)),
    path: path,
    size: size
   }));
   const lineEnd = Buffer.from("\r\n");
   const end = Buffer.from(`--${boundary}--\r\n`);
   const bytes = async function*() {
    yield start;
    for (const part of parts) {
     yield part.head;
     yield* (0, _body_js__WEBPACK_IMPORTED_MODULE_1__.$$)(part.path, part.size);
     yield lineEnd;
    }
    yield end;
   };
   const sizes = parts.map(part => part.head.length + part.size + lineEnd.length);
   return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    size: sizes.reduce((sum, size) => sum + size, start.length + end.length),
    open: bytes
   };
  }
  function escapeName(name) {
   return name.replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll('"', "%22");
  }
 }),
 1918: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   formOf: () => formOf,
   multipartOf: () => multipartOf
  });
  var _http_multipart_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3581);
  var _text_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5666);
  function multipartOf(data, files) {
   return (0, _http_multipart_js__WEBPACK_IMPORTED_MODULE_0__.R)(formOf(data), numbered(files));
  }
  function numbered(files) {
   const byField = Map.groupBy(files, ({field: field}) => field);
   return files.map(file => {
    const all = byField.get(file.field) ?? [];
    return all.length === 1 ? file : {
     ...file,
     field: `${file.field.replace(/\[\]$/, "")}${all.indexOf(file)}`
    };
   });
  }
  function formOf(data) {
   const form = new URLSearchParams;
   for (const [name, value] of Object.entries(data)) for (const item of (0, _text_json_js__WEBPACK_IMPORTED_MODULE_1__.Bq)(value) ? value : [ value ]) form.append(name, fieldText(item));
   return form;
  }
  function fieldText(value) {
   if (value === null) return "";
   return typeof value === "object" ? JSON.stringify(value) : String(value);
  }
 })
};