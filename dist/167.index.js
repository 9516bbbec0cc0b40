"use strict";
exports.id = 167;
exports.ids = [167];
exports.modules = {

/***/ 1167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bypassesProxy: () => (/* binding */ bypassesProxy)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);

function bypassesProxy(url, noProxy) {
    const host = withoutBrackets(url.hostname).replace(/\.$/, '');
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    const entries = noProxy.toLowerCase().split(/[\s,]+/);
    return entries.some((entry) => entry === '*' || covers(entry, host, port));
}
function covers(entry, host, port) {
    if (entry.includes('/'))
        return isInRange(host, entry);
    const { name, onlyPort } = partsOf(entry);
    if (onlyPort !== undefined && onlyPort !== port)
        return false;
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(name) > 0)
        return isInRange(host, `${name}/${(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(name) === 4 ? 32 : 128}`);
    const domain = name.replace(/^\*?\./, '').replace(/\.$/, '');
    return domain !== '' && (host === domain || host.endsWith(`.${domain}`)) && (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === 0;
}
function partsOf(entry) {
    const port = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(entry) === 6 ? undefined : /:(\d+)$/.exec(entry)?.[1];
    const name = port === undefined ? entry : entry.slice(0, -1 - port.length);
    return { name: withoutBrackets(name), onlyPort: port };
}
function isInRange(host, range) {
    const [network = '', bits = ''] = range.split('/');
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(network);
    if (family === 0 || (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === 0 || !/^\d+$/.test(bits) || Number(bits) > (family === 4 ? 32 : 128))
        return false;
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    list.addSubnet(network, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
    return list.check(host, (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === 4 ? 'ipv4' : 'ipv6');
}
function withoutBrackets(host) {
    return host.replace(/^\[|\]$/g, '');
}


/***/ })

};
;