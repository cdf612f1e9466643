// What a command counts is written down when it ends.
import { record } from "./record.js";

process.on("exit", record);
