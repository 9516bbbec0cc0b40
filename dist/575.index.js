"use strict";

exports.id = 575;

exports.ids = [ 575 ];

exports.modules = {
 1575: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   TunnelAgent: () => TunnelAgent
  });
  var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
  var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
  var _text_error_code_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3924);
  var _proxy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2749);
  var _proxy_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8546);
  class TunnelAgent extends node_https__WEBPACK_IMPORTED_MODULE_1__.Agent {
   #proxy;
   constructor(proxy, options) {
    super(options);
    this.#proxy = proxy;
   }
   createConnection(wanted, done) {
    const proxy = this.#proxy;
    const request = proxy.protocol === "https:" ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
    const target = `${wanted.host?.includes(":") ? `[${wanted.host}]` : wanted.host}:${wanted.port}`;
    const connect = request({
     host: (0, _proxy_js__WEBPACK_IMPORTED_MODULE_4__.w4)(proxy),
     port: proxy.port,
     method: "CONNECT",
     path: target,
     headers: {
      host: target,
      ...(0, _proxy_js__WEBPACK_IMPORTED_MODULE_4__.YB)(proxy)
     },
     agent: false,
     ...wanted.connecting && {
      signal: wanted.connecting
     }
    });
    connect.once("error", error => done((0, _proxy_failure_js__WEBPACK_IMPORTED_MODULE_3__.x)((0, 
    _text_error_code_js__WEBPACK_IMPORTED_MODULE_2__.C)(error) ?? "FAILED", error)));
    connect.once("connect", ({statusCode: statusCode}, socket, head) => {
     if (statusCode === 200 && head.length === 0) {
      const secured = super.createConnection(Object.assign(wanted, {
       socket: socket
      }));
      if (secured) done(null, secured);
      return;
     }
     socket.destroy();
     done((0, _proxy_failure_js__WEBPACK_IMPORTED_MODULE_3__.x)(statusCode === 200 ? "FAILED" : String(statusCode)));
    });
    connect.end();
   }
  }
 })
};