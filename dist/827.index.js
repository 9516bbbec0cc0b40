"use strict";

exports.id = 827;

exports.ids = [ 827 ];

exports.modules = {
 6827: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   uncompressed: () => uncompressed
  });
  var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
  var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);
  const CODINGS = /^(?:x-gzip|gzip|deflate|br|zstd)$/;
  async function* uncompressed(reply) {
   const codings = (reply.headers["content-encoding"] ?? "").toLowerCase().split(/[\s,]+/);
   const chunks = reply[Symbol.asyncIterator]();
   const compressions = codings.filter(coding => coding !== "" && coding !== "identity");
   if (compressions.length === 0 || !compressions.every(coding => CODINGS.test(coding))) return yield* chunks;
   const first = await chunks.next();
   if (first.done) return;
   let plain = startingWith(first.value, chunks);
   for (const [index, coding] of compressions.reverse().entries()) {
    const isBare = coding === "deflate" && index === 0 && ((first.value[0] ?? 0) & 15) !== 8;
    plain = (0, node_stream__WEBPACK_IMPORTED_MODULE_0__.pipeline)(plain, isBare ? (0, 
    node_zlib__WEBPACK_IMPORTED_MODULE_1__.createInflateRaw)() : decoderFor(coding), () => {});
   }
   yield* plain;
  }
  function decoderFor(coding) {
   if (coding === "br") return (0, node_zlib__WEBPACK_IMPORTED_MODULE_1__.createBrotliDecompress)();
   return coding === "zstd" ? (0, node_zlib__WEBPACK_IMPORTED_MODULE_1__.createZstdDecompress)() : (0, 
   node_zlib__WEBPACK_IMPORTED_MODULE_1__.createUnzip)();
  }
  async function* startingWith(first, rest) {
   yield first;
   yield* rest;
  }
 })
};