/** Where nothing is painted, as in a tab that is not in sight, it is waited so long, in milliseconds. */
const UNSEEN = 100;

/**
 * Resolves once what has been drawn by now is on the screen.
 *
 * @returns {Promise<void>}
 */
export function painted() {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, UNSEEN);
    requestAnimationFrame(() => {
      // A message sent while a frame is made arrives when it has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        clearTimeout(late);
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });
}
