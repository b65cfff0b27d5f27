import { pairConstants } from '../memory';

/**
 * Constants of the pairs' arithmetic, each in both lanes, in memory: an engine loads them from there faster than it makes
 * them up from code. Those of numbers are their bits.
 */
export const splitBits: i64 = 0x4668_0000_0000_0000;
export const exactBits: i64 = 0x4338_0000_0000_0000;
const splitAndExactBits: i64 = 0x4668_0000_0000_0003;

/** 1.5·2^103: what is added to it is rounded to a multiple of 2^51. */
export const split: usize = pairConstants;
/** 1.5·2^103 + 1.5·2^52. */
export const splitAndExact: usize = pairConstants + 16;
/** 2^51 − 1, of whole numbers. */
export const mask: usize = pairConstants + 32;
/** The bits of 2^52, which become those of 2^52 + n with a whole number n below 2^52. */
export const whole: usize = pairConstants + 48;
/** 2^52 + 2^50 + 2^8, and the same for the lowest limb (see reduce() in field.ts). */
export const wholeOffset: usize = pairConstants + 64;
export const lowestOffset: usize = pairConstants + 80;
/** 2^-51 and 19·2^-51. */
export const down: usize = pairConstants + 96;
export const downAround: usize = pairConstants + 112;
/** The sign of the first lane, that of the second one is clear. */
export const firstSign: usize = pairConstants + 128;
/** 0 and 2. */
export const secondTwo: usize = pairConstants + 144;
/** What the sums of a product and of a square have too little (see reduce() in field.ts). */
export const productOffsets: usize = pairConstants + 160;
export const squareOffsets: usize = productOffsets + 5 * 16;
/** The pair 2d and 2, five limbs. */
export const twiceDAndTwo: usize = squareOffsets + 5 * 16;

function put(place: usize, first: i64, second: i64): void {
  store<i64>(place, first);
  store<i64>(place + 8, second);
}

function both(place: usize, value: i64): void {
  put(place, value, value);
}

function number(place: usize, value: f64): void {
  both(place, reinterpret<i64>(value));
}

/** 2^50 + 2^59, less the bits that stand for zero in a sum of so many low and high parts. */
function offset(place: usize, lows: i64, highs: i64, lowsAround: i64, highsAround: i64): void {
  const bits = (lows + 19 * lowsAround) * exactBits + (highs + 19 * highsAround) * splitBits;
  both(place, (1 << 50) + (1 << 59) - bits);
}

export function writeConstants(): void {
  both(split, splitBits);
  both(splitAndExact, splitAndExactBits);
  both(mask, (1 << 51) - 1);
  number(whole, 4503599627370496);
  number(wholeOffset, 4503599627370496 + 1125899906842624 + 256);
  number(lowestOffset, 4503599627370496 + 1125899906842624 + 19 * 256);
  number(down, 1.0 / 2251799813685248);
  number(downAround, 19.0 / 2251799813685248);
  put(firstSign, 1 << 63, 0);
  put(secondTwo, 0, reinterpret<i64>(<f64>2));
  // Column by column: so many low and high parts end there, and in the column five above.
  offset(productOffsets, 1, 0, 4, 5);
  offset(productOffsets + 16, 2, 1, 3, 4);
  offset(productOffsets + 32, 3, 2, 2, 3);
  offset(productOffsets + 48, 4, 3, 1, 2);
  offset(productOffsets + 64, 5, 4, 0, 1);
  offset(squareOffsets, 1, 0, 2, 3);
  offset(squareOffsets + 16, 1, 1, 2, 2);
  offset(squareOffsets + 32, 2, 1, 1, 2);
  offset(squareOffsets + 48, 2, 2, 1, 1);
  offset(squareOffsets + 64, 3, 2, 0, 1);
}
