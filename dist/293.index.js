"use strict";

exports.id = 293;

exports.ids = [ 293 ];

exports.modules = {
 754: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   P: () => pemBlocks,
   Q: () => parsePrivateKey
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var _text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9093);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5717);
  function pemBlocks(text) {
   return [ ...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \1-----/g) ].map(([, label = "", data = ""]) => {
    const lines = data.replace(/\\[nr]|\s/g, "").match(/.{1,64}/g) ?? [];
    return {
     label: label,
     text: [ `-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, "" ].join("\n")
    };
   });
  }
  function parsePrivateKey(name, text) {
   if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: *4, *ENCRYPTED/.test(text)) return (0, 
   _text_problem_js__WEBPACK_IMPORTED_MODULE_1__.Qm)(`${name}: is encrypted. Remove its passphrase first: openssl pkey -in FILE.`);
   try {
    const block = pemBlocks(text).find(({label: label}) => label.endsWith("PRIVATE KEY"));
    if (block) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_2__.ok)((0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(block.text));
   } catch {}
   return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_1__.Qm)(`${name}: is not a PEM private key. Give it whole, with its BEGIN and END lines.`);
  }
 }),
 5293: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   parseTls: () => parseTls
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var _text_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9093);
  var _text_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5717);
  var _pem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(754);
  var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3368);
  function parseTls(text) {
   const [certText, keyText] = [ text("client-cert"), text("client-key") ];
   const read = (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_3__.kg)({
    ca: parseCertificates("ca-cert", text("ca-cert")),
    cert: certText === "" && keyText !== "" ? missing("client-cert", "client-key") : parseCertificates("client-cert", certText),
    key: keyText === "" && certText !== "" ? missing("client-key", "client-cert") : parseKey(keyText)
   });
   if (!read.ok) return read;
   const {ca: ca, cert: cert, key: key} = read.value;
   if (cert !== void 0 && key && !new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(cert).checkPrivateKey(key)) return (0, 
   _text_problem_js__WEBPACK_IMPORTED_MODULE_3__.Qm)("client-key: does not belong to client-cert. Give the key of the first certificate in client-cert.");
   if (ca === void 0 && cert === void 0) return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(void 0);
   return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)({
    ca: ca,
    cert: cert,
    key: key?.export({
     type: "pkcs8",
     format: "pem"
    }).toString()
   });
  }
  function missing(name, given) {
   return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_3__.wC)(`${name}: is required with ${given}. ${_values_js__WEBPACK_IMPORTED_MODULE_2__.Ag}`);
  }
  function parseCertificates(name, text) {
   if (text === "") return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(void 0);
   if (/PRIVATE KEY-----/.test(text)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_3__.Qm)(`${name}: contains a private key. Give only certificates.`);
   const blocks = (0, _pem_js__WEBPACK_IMPORTED_MODULE_1__.P)(text);
   if (blocks.length === 0 || !blocks.every(isCertificate)) return (0, _text_problem_js__WEBPACK_IMPORTED_MODULE_3__.Qm)(`${name}: is not a PEM certificate. Give it whole, with its BEGIN and END lines.`);
   return (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(blocks.map(block => block.text).join(""));
  }
  function isCertificate({label: label, text: text}) {
   try {
    return label === "CERTIFICATE" && new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(text).fingerprint256 !== "";
   } catch {
    return false;
   }
  }
  function parseKey(text) {
   return text === "" ? (0, _text_result_js__WEBPACK_IMPORTED_MODULE_4__.ok)(void 0) : (0, 
   _pem_js__WEBPACK_IMPORTED_MODULE_1__.Q)("client-key", text);
  }
 })
};