process.argv[2] = 'deploy';
require('../index.js');
