module.exports = require('../575.index.js');
