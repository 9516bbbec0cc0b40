module.exports = require('../655.index.js');
