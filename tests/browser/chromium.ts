/** Finds a Chromium: CHROME_PATH, the usual places, then the system's package manager where there is one and we may use it. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

function installed(): string | undefined {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
    return named;
  }
  return PLACES.find((place) => existsSync(place));
}

function mayInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** The path of a Chromium to drive. Branded Chrome no longer loads unpacked extensions from the command line (facts/browser.md §1). */
export function findChromium(): string {
  const found = installed();
  if (found) return found;
  if (mayInstall()) {
    console.log('No Chromium found: installing Debian’s package "chromium".');
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    execFileSync('apt-get', ['update', '-qq'], { ...quiet, stdio: [...quiet.stdio] });
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { ...quiet, stdio: [...quiet.stdio] });
    const now = installed();
    if (now) return now;
  }
  throw new Error('No Chromium found. Install it ("apt-get install chromium", "brew install --cask chromium") or set CHROME_PATH to one.');
}
