// What must run before anything is installed: plain Node, no package.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the project, wherever the command was called from. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** One clear sentence, and out. */
export function fail(sentence) {
  process.stderr.write(`\n  ${sentence}\n\n`);
  process.exit(1);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(
    `FashionFlow needs Node 20.19 or newer; this is ${process.version}. Install a newer one from nodejs.org and start again.`,
  );
}

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Waits until nobody else installs here: two `npm ci` at once leave half of everything. A lock whose holder died is taken. */
function takeInstallLock(lock) {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = Number(existsSync(lock) ? readFileSync(lock, 'utf8') : 0);
      if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

/** Installs the packages when the lockfile is not the one that was installed last. */
function installPackages() {
  const marker = `${ROOT}node_modules/.fashionflow-lock`;
  const wanted = createHash('sha256')
    .update(readFileSync(`${ROOT}package-lock.json`))
    .update(process.versions.modules)
    .digest('hex');
  const isDone = () => existsSync(marker) && readFileSync(marker, 'utf8') === wanted;
  if (isDone()) return;
  const lock = `${ROOT}.installing`;
  takeInstallLock(lock);
  try {
    if (!isDone()) install(marker, wanted);
  } finally {
    rmSync(lock, { force: true });
  }
}

function install(marker, wanted) {
  process.stdout.write('Installing the packages (npm ci), about a minute…\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    rmSync(`${ROOT}.installing`, { force: true });
    fail(
      'The packages could not be installed: npm ci stopped (see above). Check the network and the free disk space, then start again.',
    );
  }
  writeFileSync(marker, wanted);
}

/** Makes sure that the rest can run: the right Node and the packages. */
export async function bootstrap() {
  requireNode();
  process.chdir(ROOT);
  try {
    installPackages();
  } catch (error) {
    if (error.code === 'ENOSPC')
      fail('The disk is full: the packages could not be installed. Free some space and start again.');
    throw error;
  }
}

/** From here on `import` understands TypeScript; what `npm start` runs is built and needs none of it. */
export async function understandTypeScript() {
  const { register } = await import('tsx/esm/api');
  register();
}
