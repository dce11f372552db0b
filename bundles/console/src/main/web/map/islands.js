// The archipelagos of Viet Nam in the East Sea, which outlines of this scale leave out.
import { t } from '../app/i18n.js';

/** Where the name is written, and the larger islands, each [latitude, longitude]. */
export const archipelagos = () => [
  {
    name: t('Quần đảo Hoàng Sa\n(Việt Nam)', 'Hoàng Sa archipelago\n(Viet Nam)'),
    at: [17.75, 112.2],
    islands: [[16.53, 111.61], [16.45, 111.51], [16.5, 111.59], [16.45, 111.61], [16.06, 111.76], [15.78, 111.2], [16.05, 112.52], [16.84, 112.34], [16.67, 112.73], [16.97, 112.27]],
  },
  {
    name: t('Quần đảo Trường Sa\n(Việt Nam)', 'Trường Sa archipelago\n(Viet Nam)'),
    at: [12.35, 113.9],
    islands: [[8.64, 111.92], [11.43, 114.33], [11.45, 114.36], [11.05, 114.28], [10.38, 114.48], [10.38, 114.37], [10.18, 114.37], [9.88, 114.33], [7.89, 112.92], [10.73, 115.8], [10.67, 114.42], [8.87, 112.85], [8.11, 114.13]],
  },
];
