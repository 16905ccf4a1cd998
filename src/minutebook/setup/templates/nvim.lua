-- Lets Neovim's yamlls complete, explain and check the notes while you type. Neovim reads this file with
-- `:set exrc`, once you trust it; before 0.11 the first line of a meeting alone says which schema it has.
if vim.fn.has("nvim-0.11") == 1 then
  vim.lsp.config("yamlls", {
    settings = {
      yaml = {
        schemas = {
          ["./schema/meeting.schema.json"] = "@NOTES@/**/????-??-??.yaml",
          ["./schema/series.schema.json"] = "@NOTES@/**/series.yaml",
        },
      },
    },
  })
end
