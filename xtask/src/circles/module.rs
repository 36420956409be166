//! One file of a crate: which names stand in it, and which paths its code takes.

use anyhow::{Context, Result};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use syn::visit::{self, Visit};

/// A path by its names, from the root of the crate.
type Names = Vec<String>;

/// A file of a crate.
pub(crate) struct Module {
    /// Its path from the folder of the root file.
    pub(crate) file: String,
    /// The modules it is, from the root of the crate.
    at: Names,
    /// Names that its `use` lines bring in, with where they lead; `*` for all of a module.
    names: Vec<(String, Names)>,
    /// Where its code leads.
    paths: BTreeSet<Names>,
    /// The names that it defines itself.
    defined: BTreeSet<String>,
}

/// Reads a root file and every file below it.
pub(crate) fn read(root: &Path) -> Result<Vec<Module>> {
    let folder = root.parent().context("a root file in no folder")?;
    let mut modules = Vec::new();
    let mut waiting = vec![(root.to_owned(), folder.to_owned(), Names::new())];
    while let Some((file, children, at)) = waiting.pop() {
        let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let syntax = syn::parse_file(&text).with_context(|| file.display().to_string())?;
        let mut module = Module {
            file: file.strip_prefix(folder).unwrap_or(&file).display().to_string(),
            at: at.clone(),
            names: Vec::new(),
            paths: BTreeSet::new(),
            defined: BTreeSet::new(),
        };
        let mut reader = Reader { module: &mut module, inside: at.clone(), files: Vec::new() };
        reader.visit_file(&syntax);
        for name in reader.files {
            let path = children.join(&name).with_extension("rs");
            let at = at.iter().cloned().chain([name.clone()]).collect();
            waiting.push((path, children.join(name), at));
        }
        modules.push(module);
    }
    Ok(modules)
}

/// The other files that a file needs.
pub(crate) fn needed<'a>(modules: &'a [Module], module: &Module) -> BTreeSet<&'a str> {
    let by_path: BTreeMap<&[String], &Module> = modules.iter().map(|it| (it.at.as_slice(), it)).collect();
    let files = module.paths.iter().filter_map(|path| home(&by_path, path, 0)).map(|home| home.file.as_str());
    files.filter(|file| *file != module.file).collect()
}

/// The file in which what a path names was written.
fn home<'a>(modules: &BTreeMap<&[String], &'a Module>, path: &[String], depth: usize) -> Option<&'a Module> {
    // Two modules that pass on all of each other would lead round for ever.
    if depth > 16 {
        return None;
    }
    let length =
        (0..=path.len()).rev().find(|length| modules.contains_key(path.get(..*length).unwrap_or(path)))?;
    let module = *modules.get(path.get(..length)?)?;
    let Some(name) = path.get(length) else { return Some(module) };
    if module.defined.contains(name) {
        return Some(module);
    }
    let rest = path.get(length + 1..).unwrap_or_default();
    for (brought, target) in &module.names {
        let leads: Names = match brought.as_str() {
            "*" => target.iter().chain([name]).chain(rest).cloned().collect(),
            brought if brought == name => target.iter().chain(rest).cloned().collect(),
            _ => continue,
        };
        let Some(home) = home(modules, &leads, depth + 1) else { continue };
        // Of several modules whose names are all brought in, the one that defines this name.
        if brought != "*" || home.defined.contains(name) {
            return Some(home);
        }
    }
    Some(module)
}

struct Reader<'a> {
    module: &'a mut Module,
    /// The module that is being read: that of the file, or one inside it.
    inside: Names,
    /// Modules that are files of their own.
    files: Vec<String>,
}

impl Reader<'_> {
    /// Where a path leads, from the root of the crate; `None`: out of it, or to something local.
    fn resolve(&self, path: &[String]) -> Option<Names> {
        let (first, rest) = path.split_first()?;
        let mut at = match first.as_str() {
            "crate" => Names::new(),
            "self" => self.inside.clone(),
            "super" => self.inside.split_last()?.1.to_vec(),
            child if self.files.iter().any(|file| file == child) => {
                self.inside.iter().chain([first]).cloned().collect()
            }
            _ => return None,
        };
        for name in rest {
            match name.as_str() {
                "super" => drop(at.pop()),
                "self" => {}
                _ => at.push(name.clone()),
            }
        }
        Some(at)
    }

    fn tree(&mut self, tree: &syn::UseTree, before: &Names, public: bool) {
        let with = |name: &syn::Ident| before.iter().cloned().chain([name.to_string()]).collect::<Names>();
        match tree {
            syn::UseTree::Path(path) => self.tree(&path.tree, &with(&path.ident), public),
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.tree(tree, before, public));
            }
            syn::UseTree::Name(name) => {
                let path = with(&name.ident);
                let bound = if name.ident == "self" { before.last().cloned() } else { path.last().cloned() };
                self.bring_in(bound.unwrap_or_default(), &path, public);
            }
            syn::UseTree::Rename(rename) => {
                self.bring_in(rename.rename.to_string(), &with(&rename.ident), public);
            }
            syn::UseTree::Glob(_) => self.bring_in("*".to_owned(), before, public),
        }
    }

    fn bring_in(&mut self, name: String, path: &Names, public: bool) {
        let Some(target) = self.resolve(path) else { return };
        // A name that is only passed on is no need of this file.
        if !public {
            self.module.paths.insert(target.clone());
        }
        self.module.names.push((name, target));
    }
}

fn is_for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::List(list) if list.path.is_ident("cfg") => {
            list.tokens
                .clone()
                .into_iter()
                .any(|token| matches!(&token, TokenTree::Ident(it) if it == "test"))
                || list.tokens.to_string().replace(' ', "").contains("(test")
        }
        _ => false,
    })
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_file(&mut self, file: &'ast syn::File) {
        // Modules may stand below the lines that use them.
        for item in &file.items {
            if let syn::Item::Mod(module) = item
                && module.content.is_none()
                && !is_for_tests(&module.attrs)
            {
                self.files.push(module.ident.to_string());
            }
        }
        visit::visit_file(self, file);
    }

    fn visit_item(&mut self, item: &'ast syn::Item) {
        let (attributes, name) = match item {
            syn::Item::Const(it) => (&it.attrs, Some(&it.ident)),
            syn::Item::Enum(it) => (&it.attrs, Some(&it.ident)),
            syn::Item::Fn(it) => (&it.attrs, Some(&it.sig.ident)),
            syn::Item::Macro(it) => (&it.attrs, it.ident.as_ref()),
            syn::Item::Static(it) => (&it.attrs, Some(&it.ident)),
            syn::Item::Struct(it) => (&it.attrs, Some(&it.ident)),
            syn::Item::Trait(it) => (&it.attrs, Some(&it.ident)),
            syn::Item::Type(it) => (&it.attrs, Some(&it.ident)),
            syn::Item::Union(it) => (&it.attrs, Some(&it.ident)),
            syn::Item::Impl(it) => (&it.attrs, None),
            syn::Item::Mod(it) => (&it.attrs, it.content.as_ref().map(|_| &it.ident)),
            syn::Item::Use(it) => (&it.attrs, None),
            _ => return,
        };
        if is_for_tests(attributes) {
            return;
        }
        if let Some(name) = name
            && self.inside == self.module.at
        {
            self.module.defined.insert(name.to_string());
        }
        visit::visit_item(self, item);
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if module.content.is_some() {
            self.inside.push(module.ident.to_string());
            visit::visit_item_mod(self, module);
            self.inside.pop();
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let public = !matches!(item.vis, syn::Visibility::Inherited);
        self.tree(&item.tree, &Names::new(), public);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Names = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let Some(target) = self.resolve(&names) {
            self.module.paths.insert(target);
        }
        visit::visit_path(self, path);
    }

    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {
        // `pub(in super::x)` needs nothing.
    }

    fn visit_macro(&mut self, invocation: &'ast syn::Macro) {
        self.visit_path(&invocation.path);
        self.tokens(invocation.tokens.clone());
    }
}

impl Reader<'_> {
    /// Paths among tokens that are no syntax of Rust: `crate::a::b`.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path = Names::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(ident) if path.is_empty() || colons == 2 => {
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' && !path.is_empty() => colons += 1,
                other => {
                    self.end(&mut path);
                    colons = 0;
                    match other {
                        TokenTree::Group(group) => self.tokens(group.stream()),
                        TokenTree::Ident(ident) => path.push(ident.to_string()),
                        _ => {}
                    }
                }
            }
        }
        self.end(&mut path);
    }

    fn end(&mut self, path: &mut Names) {
        let names = std::mem::take(path);
        if names.len() > 1
            && let Some(target) = self.resolve(&names)
        {
            self.module.paths.insert(target);
        }
    }
}
