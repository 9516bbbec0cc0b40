module.exports = require('../72.index.js');
