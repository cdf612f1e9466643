/** What the reports take of node's `path`, for paths as this page has them. */

import { posixPath } from "../files/posix-path.ts";

export const { sep, relative, resolve, basename }: typeof posixPath = posixPath;
