"use strict";

exports.id = 65;

exports.ids = [ 65 ];

exports.modules = {
 4065: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   namedProxy: () => namedProxy
  });
  var proxy = __webpack_require__(7012);
  var external_node_net_ = __webpack_require__(7030);
  // CONCATENATED MODULE: ./build/http/no-proxy.js
  function bypassesProxy(url, noProxy) {
   const host = withoutBrackets(url.hostname).replace(/\.$/, "");
   const port = url.port || (url.protocol === "https:" ? "443" : "80");
   const entries = noProxy.toLowerCase().split(/[\s,]+/);
   return entries.some(entry => entry === "*" || covers(entry, host, port));
  }
  function covers(entry, host, port) {
   if (entry.includes("/")) return isInRange(host, entry);
   const {name: name, onlyPort: onlyPort} = partsOf(entry);
   if (onlyPort !== void 0 && onlyPort !== port) return false;
   if ((0, external_node_net_.isIP)(name) > 0) return isInRange(host, `${name}/${(0, 
   external_node_net_.isIP)(name) === 4 ? 32 : 128}`);
   const domain = name.replace(/^\*?\./, "").replace(/\.$/, "");
   return domain !== "" && (host === domain || host.endsWith(`.${domain}`)) && (0, 
   external_node_net_.isIP)(host) === 0;
  }
  function partsOf(entry) {
   const port = (0, external_node_net_.isIP)(entry) === 6 ? void 0 : /:(\d+)$/.exec(entry)?.[1];
   const name = port === void 0 ? entry : entry.slice(0, -1 - port.length);
   return {
    name: withoutBrackets(name),
    onlyPort: port
   };
  }
  function isInRange(host, range) {
   const [network = "", bits = ""] = range.split("/");
   const family = (0, external_node_net_.isIP)(network);
   if (family === 0 || (0, external_node_net_.isIP)(host) === 0 || !/^\d+$/.test(bits) || Number(bits) > (family === 4 ? 32 : 128)) return false;
   const list = new external_node_net_.BlockList;
   list.addSubnet(network, Number(bits), family === 4 ? "ipv4" : "ipv6");
   return list.check(host, (0, external_node_net_.isIP)(host) === 4 ? "ipv4" : "ipv6");
  }
  function withoutBrackets(host) {
   return host.replace(/^\[|\]$/g, "");
  }
  var proxy_failure = __webpack_require__(8546);
  // CONCATENATED MODULE: ./build/http/named-proxy.js
  function namedProxy(url, named) {
   if ((0, proxy.H)(url)) return;
   const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"];
   if (noProxy && bypassesProxy(url, noProxy)) return;
   return readProxy(named);
  }
  function readProxy(value) {
   const text = value.trim();
   try {
    const proxy = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`);
    decodeURIComponent(proxy.username + proxy.password);
    if (/^https?:$/.test(proxy.protocol)) return proxy;
   } catch (error) {
    throw (0, proxy_failure.x)("FAILED", error);
   }
   throw (0, proxy_failure.x)("FAILED");
  }
 }),
 7012: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   H: () => checkBypass,
   s: () => getProxyUrl
  });
  function getProxyUrl(reqUrl) {
   const usingSsl = reqUrl.protocol === "https:";
   if (checkBypass(reqUrl)) return;
   const proxyVar = (() => {
    if (usingSsl) return process.env["https_proxy"] || process.env["HTTPS_PROXY"]; else return process.env["http_proxy"] || process.env["HTTP_PROXY"];
   })();
   if (proxyVar) try {
    return new DecodedURL(proxyVar);
   } catch (_a) {
    if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://")) return new DecodedURL(`http://${proxyVar}`);
   } else return;
  }
  function checkBypass(reqUrl) {
   if (!reqUrl.hostname) return false;
   const reqHost = reqUrl.hostname;
   if (isLoopbackAddress(reqHost)) return true;
   const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
   if (!noProxy) return false;
   let reqPort;
   if (reqUrl.port) reqPort = Number(reqUrl.port); else if (reqUrl.protocol === "http:") reqPort = 80; else if (reqUrl.protocol === "https:") reqPort = 443;
   const upperReqHosts = [ reqUrl.hostname.toUpperCase() ];
   if (typeof reqPort === "number") upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
   for (const upperNoProxyItem of noProxy.split(",").map(x => x.trim().toUpperCase()).filter(x => x)) if (upperNoProxyItem === "*" || upperReqHosts.some(x => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) return true;
   return false;
  }
  function isLoopbackAddress(host) {
   const hostLower = host.toLowerCase();
   return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
  }
  class DecodedURL extends URL {
   constructor(url, base) {
    super(url, base);
    this._decodedUsername = decodeURIComponent(super.username);
    this._decodedPassword = decodeURIComponent(super.password);
   }
   get username() {
    return this._decodedUsername;
   }
   get password() {
    return this._decodedPassword;
   }
  }
 })
};