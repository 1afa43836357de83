/** Finds the nginx that stands in front of several processes in a test: `node scripts/find-nginx.ts [--install]`. */
import { type Environment, findProgram, printProgram } from './machine-program.ts'

/**
 * The path of an nginx that can be run: what NGINX_PATH names, else the machine's own.
 * @throws {ProgramMissingError} with one sentence that says what to install
 */
export function findNginx(env: Environment = process.env): string {
  return findProgram(env, {
    variable: 'NGINX_PATH',
    isWhat: 'an nginx',
    names: ['nginx'],
    // Debian keeps it where only root looks for programs.
    paths: ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'],
    missing:
      'The tests need nginx: please install it (on Debian: apt-get install nginx) or set NGINX_PATH to one.',
  })
}

if (import.meta.main) printProgram(findNginx, { debianPackage: 'nginx', variable: 'NGINX_PATH' })
