// Whether the site has become another one since this page was loaded, and how to get there.

/** Whether the host has another version of the site than this page is of. */
export async function isRenewed() {
  const engine = document.getElementById("kroniek-engine");
  try {
    // It names the files of the newest version. No cache and no service worker keeps it.
    const response = await fetch("sw.js", { cache: "no-store" });
    const [named] = /engine\.[0-9a-f]{16}\.wasm/.exec(await response.text()) ?? [];
    return response.ok && named !== undefined && engine instanceof HTMLLinkElement && !engine.href.endsWith(named);
  } catch {
    return false;
  }
}

/** Loads the page again, of the newest version there is. */
export async function loadNewest() {
  // Otherwise a service worker of the old version, which has not looked for a new one yet, answers it once more.
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.update().catch(() => {});
  const worker = registration?.installing;
  if (worker) {
    await new Promise((resolve) => {
      worker.onstatechange = () => /^(activated|redundant)$/.test(worker.state) && resolve(null);
    });
    // Where there is no room for another version, none is kept.
    if (worker.state === "redundant") await registration.unregister();
  }
  location.reload();
}
