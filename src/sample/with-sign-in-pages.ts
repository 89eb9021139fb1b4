import { Hono } from 'hono/tiny';
import { sampleLogins } from './sample-logins.ts';
import type { createSamplePlexTv } from './sample-plex-tv.ts';

/**
 * Adds two web pages to the sample, in place of `https://app.plex.tv/auth` and `https://plex.tv/link`. It is unknown
 * what plex.tv does when a person refuses. Here the page leads back to `forwardUrl`.
 */
export function withSignInPages(
  sample: ReturnType<typeof createSamplePlexTv>,
): (request: Request) => Promise<Response> {
  const app = new Hono({ strict: false });
  app.get('/auth', (c) => c.html(signInPage));
  app.post('/auth', async (c) => {
    const { code, login, decision, forwardUrl } = await readForm(c.req.raw);
    if (decision === 'expire') sample.endPin(code);
    const isApproved = decision === 'approve' && sample.approvePin(code, login);
    if (decision === 'approve' && !isApproved) return c.html(page('This sign-in is unknown, or it has expired.'), 404);
    if (/^https?:\/\//.test(forwardUrl)) return c.redirect(forwardUrl, 303);
    return c.html(page('You can close this page.'));
  });
  app.get('/link', (c) => c.html(linkPage(c.req.query('pin') ?? '')));
  app.post('/link', async (c) => {
    const { code, login } = await readForm(c.req.raw);
    if (sample.approvePin(code, login)) return c.html(page('Account linked'));
    return c.html(page('That code is not valid'), 404);
  });
  app.all('*', (c) => sample.fetch(c.req.raw));
  return async (request) => app.fetch(request);
}

async function readForm(request: Request) {
  const form = new URLSearchParams(await request.text());
  const field = (name: string) => form.get(name) ?? '';
  return {
    code: field('code'),
    login: field('login'),
    decision: field('decision'),
    forwardUrl: field('forwardUrl'),
  };
}

function page(title: string, content = ''): string {
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <link rel="icon" href="data:,">
  <title>${title} – sample plex.tv</title>
  <main>
    <h1>${title}</h1>
    ${content}
  </main>
</html>`;
}

const logins = `<p><label>As <select name="login">${sampleLogins
  .map(({ login, name }) => `<option value="${login}">${login} – ${name}</option>`)
  .join('')}</select></label></p>`;

/** Like the real page, it reads the values from the URL's fragment by script: browsers do not send it to a server. */
const signInPage = page(
  'Sign in at the sample plex.tv',
  `<form method="post" action="/auth">
      <input type="hidden" name="code">
      <input type="hidden" name="forwardUrl">
      <p>Let <output></output> use your account?</p>
      ${logins}
      <button name="decision" value="approve">Approve</button>
      <button name="decision" value="refuse">Refuse</button>
      <button name="decision" value="expire">Let it expire</button>
    </form>
    <script>
      const fields = new URLSearchParams(location.hash.slice('#?'.length));
      for (const name of ['code', 'forwardUrl']) document.forms[0].elements[name].value = fields.get(name) ?? '';
      document.querySelector('output').textContent = fields.get('context[device][product]');
    </script>`,
);

function linkPage(code: string): string {
  const safeCode = /^\w*$/.test(code) ? code : '';
  return page(
    'Link a device to the sample plex.tv',
    `<form method="post" action="/link">
      <p><label>Code <input name="code" autocomplete="off" value="${safeCode}"></label></p>
      ${logins}
      <button>Link</button>
    </form>`,
  );
}
