import type { InstallSentence } from './install-sentences.ts';
import type { Pictured } from './settings-picture.tsx';

/** What is done, in words, and the screens on the way there. */
export interface InstallStep {
  readonly say: InstallSentence;
  readonly pictures: readonly (readonly [shows: Pictured['shows'], label: InstallSentence])[];
}

export interface System {
  readonly id: 'android' | 'ios' | 'windows' | 'macos';
  readonly frame: 'phone' | 'window';
  readonly install: readonly InstallStep[];
  readonly remove: InstallStep;
}

const download = ['button', 'download'] as const;
const ours = ['row', 'ours'] as const;
const toAndroidCredentials = [
  ['row', 'settings'],
  ['row', 'androidSecurity'],
  ['row', 'androidMore'],
] as const;

export const systems: readonly System[] = [
  {
    id: 'android',
    frame: 'phone',
    install: [
      { say: 'androidDownload', pictures: [download] },
      {
        say: 'androidInstall',
        pictures: [
          ...toAndroidCredentials,
          ['row', 'androidInstallCertificate'],
          ['row', 'androidAuthority'],
          ['button', 'androidAnyway'],
          ['row', 'file'],
        ],
      },
      { say: 'androidCompare', pictures: [['row', 'androidTrusted'], ['row', 'androidUser'], ours] },
    ],
    remove: {
      say: 'androidRemove',
      pictures: [
        ...toAndroidCredentials,
        ['row', 'androidTrusted'],
        ['row', 'androidUser'],
        ours,
        ['button', 'androidDelete'],
      ],
    },
  },
  {
    id: 'ios',
    frame: 'phone',
    install: [
      { say: 'iosDownload', pictures: [download, ['button', 'iosAllow']] },
      {
        say: 'iosInstall',
        pictures: [
          ['row', 'settings'],
          ['row', 'iosDownloaded'],
          ['row', 'iosDetails'],
          ['button', 'iosInstallButton'],
        ],
      },
      {
        say: 'iosTrust',
        pictures: [
          ['row', 'iosGeneral'],
          ['row', 'iosAbout'],
          ['row', 'iosTrustSettings'],
          ['switch', 'ours'],
        ],
      },
    ],
    remove: {
      say: 'iosRemove',
      pictures: [['row', 'iosGeneral'], ['row', 'iosProfiles'], ours, ['button', 'iosDelete']],
    },
  },
  {
    id: 'windows',
    frame: 'window',
    install: [
      { say: 'windowsDownload', pictures: [download] },
      { say: 'windowsCompare', pictures: [['command', 'windowsCommand']] },
      {
        say: 'windowsInstall',
        pictures: [
          ['row', 'file'],
          ['button', 'windowsInstallButton'],
          ['row', 'windowsStore'],
          ['button', 'windowsFinish'],
        ],
      },
    ],
    remove: {
      say: 'windowsRemove',
      pictures: [['command', 'windowsManager'], ['row', 'windowsStore'], ours, ['button', 'windowsDelete']],
    },
  },
  {
    id: 'macos',
    frame: 'window',
    install: [
      { say: 'macosDownload', pictures: [download] },
      { say: 'macosCompare', pictures: [['command', 'macosCommand']] },
      {
        say: 'macosInstall',
        pictures: [['row', 'file'], ['button', 'macosAdd'], ours, ['row', 'macosTrust'], ['button', 'macosAlways']],
      },
    ],
    remove: { say: 'macosRemove', pictures: [['row', 'macosKeychain'], ours, ['button', 'macosDelete']] },
  },
];

/** Which of them a browser says that it runs on; undefined where it says none of them. */
export function systemOf(userAgent: string, touchPoints: number): System['id'] | undefined {
  if (/Android/.test(userAgent)) return 'android';
  // A tablet of Apple's calls itself a Macintosh that can be touched.
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1)) return 'ios';
  if (/Windows/.test(userAgent)) return 'windows';
  return /Macintosh/.test(userAgent) ? 'macos' : undefined;
}
