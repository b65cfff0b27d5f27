/** The bytes of the faces a document is set in: whole TrueType files with every composed Vietnamese letter. */
export interface Fonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly italic: Uint8Array;
  /** Where it is missing, bold stands in. */
  readonly boldItalic?: Uint8Array;
}

/** Which of the four faces a piece of text is set in. */
export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic';
