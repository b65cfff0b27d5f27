/** The few functions of sodium-native that this service uses; the package brings no types. */
declare module 'sodium-native' {
  /** Throws when the point is outside the prime-order group, not canonical or neutral, or the scalar is zero. */
  export function crypto_scalarmult_ed25519_noclamp(result: Uint8Array, scalar: Uint8Array, point: Uint8Array): void;
  /** Throws when the scalar is zero. */
  export function crypto_scalarmult_ed25519_base_noclamp(result: Uint8Array, scalar: Uint8Array): void;
  /** Takes points of small order and points that are not canonical without complaint. */
  export function crypto_core_ed25519_add(result: Uint8Array, a: Uint8Array, b: Uint8Array): void;
  /** Whether these bytes are the canonical form of a point of the prime-order group other than the neutral one. */
  export function crypto_core_ed25519_is_valid_point(point: Uint8Array): boolean;
}
