// Loaded before the language server: it ends where it would fetch anything.
const { writeSync } = require("node:fs");
const { Socket } = require("node:net");

Socket.prototype.connect = () => {
  // The server sends what is written to the console to the editor.
  writeSync(2, "the language server wanted the network\n");
  process.exit(70);
};
