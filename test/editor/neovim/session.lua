-- Does what a person does in Neovim, with nothing but its own client, and writes down what came of it.
-- Called with the folder of configs, and the file for the results.
local folder, results = vim.env.L5CFG_FIX_FOLDER, vim.env.L5CFG_FIX_RESULTS
local said = {}

local function wait(what, is)
  if not vim.wait(10000, is, 10) then
    error("waited in vain for " .. what)
  end
end

local function ask(method, line, column, more)
  local at = { line = line, character = column }
  local params = { textDocument = vim.lsp.util.make_text_document_params(), position = at }
  local answers = vim.lsp.buf_request_sync(0, method, vim.tbl_extend("force", params, more or {}), 10000)
  local _, answer = next(answers)
  return answer.result
end

local function run()
  vim.api.nvim_set_current_dir(folder)
  vim.cmd("edit board.cfg")
  wait("diagnostics", function()
    return #vim.diagnostic.get(0) > 0
  end)
  said.diagnostics = vim.tbl_map(function(one)
    return { line = one.lnum, column = one.col, code = one.code, message = one.message }
  end, vim.diagnostic.get(0))

  said.hover = ask("textDocument/hover", 2, 20).contents.value
  said.definition = vim.uri_to_fname(ask("textDocument/definition", 2, 14)[1].uri)
  said.completion = vim.tbl_map(function(item)
    return item.label
  end, ask("textDocument/completion", 2, 15))

  local first = vim.diagnostic.get(0)[1]
  local at = { line = first.lnum, character = first.col }
  local actions = ask("textDocument/codeAction", 0, 0, {
    range = { start = at, ["end"] = at },
    context = { diagnostics = {} },
  })
  said.actions = vim.tbl_map(function(action)
    return action.title
  end, actions)
  local client = vim.lsp.get_client_by_id(next(vim.lsp.buf_get_clients(0)))
  vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
  vim.cmd("write")
  wait("no diagnostics", function()
    return #vim.diagnostic.get(0) == 0
  end)
end

local ok, problem = pcall(run)
said.problem = not ok and problem or nil
vim.fn.writefile({ vim.fn.json_encode(said) }, results)
vim.cmd("qall!")
