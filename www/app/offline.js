// Makes the site work without a network after one visit.

/** Registers the service worker; does nothing for the single file, which needs none. */
export function worksOffline() {
  // Only the site has a manifest: the single file may lie on a web server too.
  const site = document.querySelector('link[rel="manifest"]') !== null;
  if (!site || !/^https?:$/.test(location.protocol) || !("serviceWorker" in navigator)) return;
  // `none`: a copy of `sw.js` that a host lets browsers keep would hold back a new version.
  navigator.serviceWorker.register("sw.js", { updateViaCache: "none" }).catch((error) => {
    console.info(`Kroniek will not be there offline: ${error.message}`);
  });
}
