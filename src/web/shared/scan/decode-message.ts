/** A picture of the camera, as a canvas gives it. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** The worker that looks for codes in pictures. */
export interface DecodePrograms {
  /** @returns null where there is no code in the picture, or none that can be read */
  decode(picture: Picture): string | null;
}
