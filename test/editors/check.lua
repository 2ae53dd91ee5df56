-- What a user of Neovim sees of samples/errors.txt: each line "ok …" or "not …" is one check.
local function say(good, what, found)
  io.stdout:write((good and 'ok ' or 'not ') .. what .. (good and '' or ': ' .. vim.inspect(found)) .. '\n')
end

local function place(line, text)
  local at = vim.fn.getline(line):find(text, 1, true)
  vim.api.nvim_win_set_cursor(0, { line, at - 1 })
end

vim.wait(20000, function()
  return #vim.diagnostic.get(0) > 0
end, 50)
local found = vim.tbl_map(function(one)
  return one.lnum + 1 .. ' ' .. one.message
end, vim.diagnostic.get(0))
say(vim.tbl_contains(found, '25 Expected 48,310 (49,910 − 1,600 disposed of); the filing says 48,130, short by 180. It looks as if two digits are swapped.'), 'diagnostics', found)

place(24, 'S <sup>')
vim.lsp.buf.hover()
local shown
vim.wait(10000, function()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      shown = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
    end
  end
  return shown ~= nil
end, 50)
say(shown and shown:find('Open market or private sale', 1, true), 'hover', shown)

place(24, '(1)')
vim.lsp.buf.definition()
vim.wait(10000, function()
  return vim.fn.line('.') ~= 24
end, 50)
say(vim.fn.getline('.'):find('^1%. Sold under a Rule 10b5%-1'), 'definition', vim.fn.getline('.'))
vim.cmd('qall!')
