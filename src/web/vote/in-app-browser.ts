/** Browsers built into chat applications, which forget what a page keeps and which people close by accident. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/zalo/i, 'Zalo'],
  [/FBAN|FBAV|FB_IAB|Messenger/, 'Facebook'],
  [/Instagram/, 'Instagram'],
  [/\bLine\//, 'LINE'],
  [/MicroMessenger/, 'WeChat'],
  [/Viber/i, 'Viber'],
  [/Telegram/i, 'Telegram'],
  [/TikTok|musical_ly|BytedanceWebview/i, 'TikTok'],
];

/** The name of the application whose built-in browser this is, if it is one. */
export function inAppBrowser(userAgent: string): string | undefined {
  return signs.find(([sign]) => sign.test(userAgent))?.[1];
}
