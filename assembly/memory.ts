/** The module keeps no data of its own, so that all of its memory is laid out here. Addresses and sizes in bytes. */

/** A field element (field.ts). */
export const fieldSize: usize = 40;
/** X, Y, Z, T; prepared: Y + X, Y − X, 2dT, 2Z (edwards.ts). */
export const pointSize: usize = 4 * fieldSize;
/** An entry of a table (fixed-base.ts): like a prepared point, with Z = 1 left out. */
export const entrySize: usize = 3 * fieldSize;
/** Two field elements in the lanes of vectors (pairs/field.ts): a point of them, or an entry, is as large as above. */
export const pairSize: usize = 2 * fieldSize;

/** What the caller wants read: encodings of 32 bytes, 64 apart. */
export const input: usize = 64;
/** Exponents, two times 32 bytes. */
export const scalars: usize = 192;
export const written: usize = 256;

export const one: usize = 320;
export const d: usize = 384;
export const twiceD: usize = 448;
export const rootOfMinusOne: usize = 512;
export const t0: usize = 576;
export const t1: usize = 640;
export const t2: usize = 704;
export const t3: usize = 768;
export const t4: usize = 832;
export const t5: usize = 896;
export const t6: usize = 960;
export const t7: usize = 1024;
/** A running sum, and a prepared point. */
export const sum: usize = 1088;
export const prepared: usize = 1280;
/** Constants of the pairs' arithmetic (pairs/constants.ts). */
export const pairConstants: usize = 1440;

/** Operands and results: the first point, the second one, and as many as are encoded together. */
export const points: usize = 2048;
export const maximumPoints: i32 = 64;
export const pointX: usize = points;
export const pointY: usize = points + fieldSize;
export const pointZ: usize = points + 2 * fieldSize;
export const pointT: usize = points + 3 * fieldSize;

/** Powers 16^i of a base, and the same prepared (powers.ts). */
export const chainLength: i32 = 64;
export const chain: usize = points + <usize>maximumPoints * pointSize;
export const preparedChain: usize = chain + <usize>chainLength * pointSize;
export const bucketCount: i32 = 8;
export const buckets: usize = preparedChain + <usize>chainLength * pointSize;

/** All multiples of one window while a table is built (fixed-base.ts). */
export const half: i32 = 128;
export const sums: usize = buckets + <usize>bucketCount * pointSize;
/** Products of all Z up to one, for a common inversion. */
export const prefixes: usize = sums + <usize>half * entrySize;

/** What encode() writes: of each of the points 32 bytes, and 64 hexadecimal digits. */
export const encodings: usize = prefixes + <usize>half * fieldSize;
export const texts: usize = encodings + <usize>maximumPoints * 32;
/** Affine coordinates x, y of each of the points, 32 bytes each; a few more are read behind the last one. */
export const coordinates: usize = texts + <usize>maximumPoints * 64;

export const windows: i32 = 32;
export const tableSize: usize = <usize>(windows * half) * entrySize;
/** Two tables, up to the end of the first 16 pages of 64 kB. */
export const tables: usize = 65536;

/**
 * Factors of a product of powers (product-of-powers.ts), behind those pages: the caller adds what memory they take.
 * Exponents of 32 bytes, in places of five words; entries as in tables; then what the method needs besides.
 */
export const maximumTerms: i32 = 12288;
export const exponentSize: usize = 40;
export const exponents: usize = tables + 2 * tableSize;
export const entries: usize = exponents + <usize>maximumTerms * exponentSize;
export const room: usize = entries + <usize>maximumTerms * entrySize;
/** The larger of what the two methods need. */
export const roomSize: usize = 196608;
