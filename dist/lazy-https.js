module.exports = {
  get Agent() { return require('https').Agent; },
  get globalAgent() { return require('https').globalAgent; },
  get Server() { return require('https').Server; },
  get createServer() { return require('https').createServer; },
  get get() { return require('https').get; },
  get request() { return require('https').request; },
};
