/** The lines of an icon (`inline-icons.ts` of the build). */
declare module '*.svg?icon' {
  const lines: string;
  export default lines;
}
