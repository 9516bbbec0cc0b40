module.exports = require('../108.index.js');
