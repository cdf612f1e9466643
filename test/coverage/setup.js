// What the tests of a file count is written down behind the last of them.
import { afterAll } from "vitest";
import { record } from "./record.js";

afterAll(record);
