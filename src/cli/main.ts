#!/usr/bin/env node
console.log('phieu');
