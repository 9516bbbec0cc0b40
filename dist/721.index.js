"use strict";

exports.id = 721;

exports.ids = [ 721 ];

exports.modules = {
 1721: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   breakdownVerdict: () => breakdownVerdict,
   cutRequestVerdict: () => cutRequestVerdict
  });
  var _http_received_body_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7003);
  var _text_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3387);
  var _text_safe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8753);
  var _row_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8506);
  var _verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8579);
  const CERTIFICATE = /^(?:CERT_|CRL_|ERR_TLS_CERT|ERROR_IN_CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|PATH_LENGTH_|INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH|UNSPECIFIED)/;
  const CLIENT_CERTIFICATE = /^ERR_SSL_[\w/]+_ALERT_(?:\w*CERTIFICATE\w*|UNKNOWN_CA)$/;
  const SMALLEST_LIMIT = 1024 * 1024;
  const LOST = {
   success: false,
   ran: "maybe",
   retry: _row_js__WEBPACK_IMPORTED_MODULE_3__.Qd,
   overruledByExecution: true
  };
  function breakdownVerdict(breakdown, call) {
   const {stage: stage, code: code} = breakdown;
   const {show: show} = call;
   if (code === "ABORTED") {
    const ran = stage === "connect" || stage === "send" ? "no" : "maybe";
    return (0, _verdict_js__WEBPACK_IMPORTED_MODULE_4__.F0)("aborted", ran, (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The step was cancelled while calling n8n.`);
   }
   if (code === "UNREADABLE") {
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The file to send could not be read completely.`;
    const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Make sure that it is complete before this step starts, and that nothing changes or removes it meanwhile.`;
    return {
     row: "unreadable-body",
     success: false,
     ran: "no",
     message: message,
     hint: hint
    };
   }
   if (stage !== "receive" && CLIENT_CERTIFICATE.test(code)) {
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`${show(call.url.host)} requires a client certificate, or did not accept the one that it received (${show(code)}).`;
    const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Set client-cert and client-key to a certificate that the server trusts and its key.`;
    return {
     row: "client-certificate",
     success: false,
     ran: "no",
     message: message,
     hint: hint
    };
   }
   if (code.startsWith("DISK_")) return notWritten(code.slice("DISK_".length), breakdown, call);
   if (stage === "connect") return notConnected(code, call);
   if (stage === "send") return brokenRequest(code, call);
   return stage === "wait" ? noReply(code, call) : brokenReply(breakdown, call);
  }
  function brokenRequest(code, {url: url, bodySize: bodySize, timeoutMs: timeoutMs, show: show}) {
   const isLarge = bodySize > SMALLEST_LIMIT;
   const verdict = {
    row: "broken-request",
    success: false,
    ran: "no",
    retry: _row_js__WEBPACK_IMPORTED_MODULE_3__.Qd
   };
   if (code === "TIMEOUT") {
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The request to ${show(url.host)} was not sent completely within ${(0, 
    _text_format_js__WEBPACK_IMPORTED_MODULE_1__.a3)(timeoutMs)}.`;
    const hint = isLarge ? (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Raise timeout if ${(0, 
    _text_format_js__WEBPACK_IMPORTED_MODULE_1__.z3)(bodySize)} take longer over this connection. Otherwise the server, or a proxy in front of it, stopped reading: n8n accepts 16 MiB unless N8N_PAYLOAD_SIZE_MAX says otherwise, and many proxies accept less.` : (0, 
    _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Raise timeout if the connection is slow. Otherwise, check the proxies and firewalls between the runner and n8n.`;
    return {
     ...verdict,
     message: message,
     hint: hint
    };
   }
   const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The connection to ${show(url.host)} broke while the request was being sent (${show(code)}).`;
   return {
    ...verdict,
    message: message,
    hint: cutRequestHint(bodySize)
   };
  }
  function cutRequestHint(bodySize) {
   return bodySize > SMALLEST_LIMIT ? (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The body of ${(0, 
   _text_format_js__WEBPACK_IMPORTED_MODULE_1__.z3)(bodySize)} may be too large: n8n accepts 16 MiB unless N8N_PAYLOAD_SIZE_MAX says otherwise, and many proxies accept less.` : (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Check the proxies and firewalls between the runner and n8n: one of them may have cut the connection.`;
  }
  function cutRequestVerdict(verdict, status, {show: show, url: url, bodySize: bodySize}) {
   if (!verdict.success) {
    if (verdict.ran !== "maybe") return verdict;
    const early = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`${verdict.message} The reply came before the whole request was sent.`;
    return {
     ...verdict,
     ran: "no",
     message: early,
     hint: cutRequestHint(bodySize)
    };
   }
   const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`${show(url.host)} replied (HTTP ${status}) before it had received the whole request, and did not read the rest.`;
   const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Look at the executions in n8n before you run this again, and check the proxies between the runner and n8n.`;
   return {
    ...LOST,
    row: "broken-reply",
    message: message,
    hint: hint
   };
  }
  function notConnected(code, call) {
   const {show: show} = call;
   const host = show(call.url.host);
   const addressInput = show(call.addressInput);
   const verdict = {
    success: false,
    ran: "no"
   };
   if (code.startsWith("PROXY_")) return proxyFailed(code.slice("PROXY_".length), call);
   if (CERTIFICATE.test(code)) return {
    ...verdict,
    row: "certificate",
    ...certificateProblem(code, call)
   };
   if (code === "EPROTO" || code.startsWith("ERR_SSL") || code.startsWith("ERR_TLS")) {
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`No TLS connection to ${host} could be established (${show(code)}).`;
    return {
     ...verdict,
     row: "tls",
     message: message,
     hint: tlsHint(code)
    };
   }
   if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The host name ${show(call.url.hostname)} was not found (${show(code)}).`;
    const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Check ${addressInput} for a typo, and that this runner can resolve the name.`;
    return {
     ...verdict,
     row: "name-not-found",
     retry: _row_js__WEBPACK_IMPORTED_MODULE_3__.Qd,
     message: message,
     hint: hint
    };
   }
   if (code === "ECONNREFUSED") {
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`${host} refused the connection.`;
    const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Check that n8n is up and that host and port in ${addressInput} are right.`;
    return {
     ...verdict,
     row: "connection-refused",
     retry: _row_js__WEBPACK_IMPORTED_MODULE_3__.Qd,
     message: message,
     hint: hint
    };
   }
   const message = code === "TIMEOUT" ? (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`${host} did not accept a connection within ${(0, 
   _text_format_js__WEBPACK_IMPORTED_MODULE_1__.a3)(call.timeoutMs)}.` : (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`No connection to ${host} could be established (${show(code)}).`;
   const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Check that this runner can reach the host: firewall, VPN, allow-list, proxy.`;
   return {
    ...verdict,
    row: "not-connected",
    retry: _row_js__WEBPACK_IMPORTED_MODULE_3__.Qd,
    message: message,
    hint: hint
   };
  }
  function tlsHint(code) {
   if (/_PROTOCOL_VERSION$|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW/.test(code)) return (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The server offers no protocol that this action accepts: enable TLS 1.2 or 1.3 there, or on the proxy in front of n8n.`;
   if (/HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY|NO_SHARED_CIPHER|_KEY_TOO_SMALL/.test(code)) return (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The server and the runner have no protocol version, cipher or curve in common, or the server requires a client certificate (client-cert). Compare the server's TLS settings with what Node.js accepts: TLS 1.2 or later.`;
   if (/UNRECOGNIZED_NAME/.test(code)) return (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The server has no certificate for this host name: check the name, and the names that the server is set up for.`;
   return (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Check that this port speaks https, and not http.`;
  }
  function certificateProblem(code, {url: url, addressInput: addressInput, show: show}) {
   const host = show(url.host);
   if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Use the host name that the certificate is for in ${show(addressInput)}.`;
    return {
     message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The certificate of ${host} is for another name (${show(code)}).`,
     hint: hint
    };
   }
   if (code === "CERT_HAS_EXPIRED") return {
    message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The certificate of ${host} has expired (${show(code)}).`,
    hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Renew it on the server.`
   };
   const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`If a private authority issued it, put the authority's certificate in ca-cert. If it is self-signed, put the certificate itself there. If the server does not send an intermediate certificate, add it on the server.`;
   return {
    message: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The certificate of ${host} is not trusted (${show(code)}).`,
    hint: hint
   };
  }
  function proxyFailed(reason, {url: url, addressInput: addressInput, show: show}) {
   const host = show(url.host);
   const verdict = {
    row: "proxy",
    success: false,
    ran: "no"
   };
   if (reason === "407" || reason === "401") {
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The runner's proxy requires a user and password, or refused those in HTTPS_PROXY or HTTP_PROXY (${show(reason)}).`;
    return {
     ...verdict,
     message: message,
     hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Write them as http://user:password@proxy:port, percent-encoded.`
    };
   }
   if (/^4\d\d$/.test(reason)) {
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The runner's proxy does not allow connections to ${host} (HTTP ${show(reason)}).`;
    const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Allow the host there, or name it in NO_PROXY if this runner reaches it directly. Many proxies allow only https on port 443.`;
    return {
     ...verdict,
     message: message,
     hint: hint
    };
   }
   if (/^5\d\d$/.test(reason)) {
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The runner's proxy cannot reach ${host} (HTTP ${show(reason)}).`;
    return {
     ...verdict,
     retry: _row_js__WEBPACK_IMPORTED_MODULE_3__.Qd,
     message: message,
     hint: (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Check ${show(addressInput)}, and that n8n is up.`
    };
   }
   const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The runner's proxy failed${reason === "FAILED" ? _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.K$ : (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)` (${show(reason)})`}.`;
   const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY in its environment.`;
   return {
    ...verdict,
    retry: _row_js__WEBPACK_IMPORTED_MODULE_3__.Qd,
    message: message,
    hint: hint
   };
  }
  function noReply(code, {url: url, timeoutMs: timeoutMs, show: show}) {
   const host = show(url.host);
   const verdict = {
    ...LOST,
    row: "no-reply"
   };
   if (code === "TIMEOUT") {
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`No reply came from ${host} within ${(0, 
    _text_format_js__WEBPACK_IMPORTED_MODULE_1__.a3)(timeoutMs)}.`;
    const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Look at the executions in n8n. If the workflow takes longer, raise timeout, or let its Webhook node respond immediately.`;
    return {
     ...verdict,
     message: message,
     hint: hint
    };
   }
   if (code === "HPE_HEADER_OVERFLOW") {
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The headers of the reply from ${host} are larger than 16 KiB.`;
    const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Look at the executions in n8n, and let the workflow, or the proxy in front of n8n, reply with fewer or shorter headers.`;
    return {
     ...verdict,
     message: message,
     hint: hint
    };
   }
   const message = code.startsWith("HPE_") ? (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`${host} replied with something that is not HTTP (${show(code)}).` : (0, 
   _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The connection to ${host} broke before a reply came (${show(code)}).`;
   const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Look at the executions in n8n before you run this again, or set retry-ambiguous: true if running twice does no harm.`;
   return {
    ...verdict,
    message: message,
    hint: hint
   };
  }
  function brokenReply({code: code, status: status}, call) {
   const {show: show} = call;
   const host = show(call.url.host);
   if (code === "TOO_LARGE") {
    const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The reply from ${host} (HTTP ${status ?? 0}) is larger than ${(0, 
    _text_format_js__WEBPACK_IMPORTED_MODULE_1__.z3)(_http_received_body_js__WEBPACK_IMPORTED_MODULE_0__.XG)}.`;
    const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Let the workflow reply with a link to the data.`;
    return {
     row: "reply-too-large",
     success: false,
     ran: "maybe",
     message: message,
     hint: hint
    };
   }
   const message = code === "TIMEOUT" ? (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The reply from ${host} (HTTP ${status ?? 0}) was not complete within ${(0, 
   _text_format_js__WEBPACK_IMPORTED_MODULE_1__.a3)(call.timeoutMs)}.` : (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The reply from ${host} (HTTP ${status ?? 0}) broke off (${show(code)}).`;
   const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Look at the executions in n8n before you run this again.`;
   return {
    ...LOST,
    row: "broken-reply",
    message: message,
    hint: hint
   };
  }
  function notWritten(code, {status: status}, {url: url, show: show}) {
   const message = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`The reply from ${show(url.host)} (HTTP ${status ?? 0}) is too large for an output and could not be written to a file (${show(code)}).`;
   const hint = (0, _text_safe_js__WEBPACK_IMPORTED_MODULE_2__.cv)`Free up space in the runner's folder for temporary files, RUNNER_TEMP, and check that it is writable.`;
   return {
    row: "reply-not-written",
    success: false,
    ran: "maybe",
    message: message,
    hint: hint
   };
  }
 })
};