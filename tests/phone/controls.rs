//! Finding things by the names that people and screen readers read, and using them.

use super::{INTERVAL, PATIENCE, Phone};
use serde_json::Value;
use std::sync::Arc;
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::error::WebDriverResult;
use thirtyfour::extensions::query::ElementQueryable as _;
use thirtyfour::{By, ElementPredicate, Key, TypingData, WebElement};

const FIELDS: &str = "input, textarea, select";
const BUTTONS: &str = "button, summary, [role=button]";
const LINKS: &str = "a[href]";
const OPTIONS: &str = "label, [role=option]";

impl Phone {
    /// The field of this name.
    #[track_caller]
    pub fn field(&self, name: &str) -> WebElement {
        self.first("field", FIELDS, name, is_named(name))
    }

    /// Types into a field, in the place of what stands there. What is typed must not be seen elsewhere.
    #[track_caller]
    pub fn fill(&self, field: &str, text: &str) -> &Self {
        self.remember(text);
        let field = self.field(field);
        self.wait(field.send_keys(Key::Control + "a"));
        self.wait(field.send_keys(TypingData::from(text)));
        self
    }

    /// Types into a field of one group, where several groups have a field of this name.
    #[track_caller]
    pub fn fill_in(&self, group: &str, field: &str, text: &str) -> &Self {
        self.remember(text);
        let group = self.first("group", "fieldset", group, reads(group));
        let query = group.query(By::Css(FIELDS)).with_filter(is_named(field)).wait(PATIENCE, INTERVAL);
        let field = self.wait(query.first());
        self.wait(field.send_keys(text));
        self
    }

    /// Presses the button of this name.
    #[track_caller]
    pub fn press(&self, name: &str) -> &Self {
        let button = self.first("button", BUTTONS, name, is_named(name));
        // As one does who sees a button half hidden under a bar.
        self.wait(button.scroll_into_view());
        self.wait(button.click());
        self
    }

    /// Follows the link whose name begins so.
    #[track_caller]
    pub fn follow(&self, name: &str) -> &Self {
        let link = self.first("link", LINKS, name, begins_with(name));
        self.wait(link.click());
        self
    }

    /// Chooses what begins so, among radio buttons, boxes to tick or suggestions.
    #[track_caller]
    pub fn choose(&self, option: &str) -> &Self {
        let option_ = self.first("option", OPTIONS, option, reads(option));
        self.wait(option_.click());
        self
    }

    /// Chooses what begins so, of the question that holds these words.
    #[track_caller]
    pub fn choose_in(&self, question: &str, option: &str) -> &Self {
        let question = self.first("question", "fieldset", question, contains(question));
        let query = question.query(By::Css(OPTIONS)).with_filter(reads(option)).wait(PATIENCE, INTERVAL);
        let option = self.wait(query.first());
        self.wait(option.click());
        self
    }

    /// An attribute of what was found.
    #[track_caller]
    pub fn attribute(&self, element: &WebElement, name: &str) -> String {
        self.wait(element.attr(name)).unwrap_or_default()
    }

    /// What stands in a field.
    #[track_caller]
    pub fn value(&self, field: &WebElement) -> String {
        self.wait(field.value()).unwrap_or_default()
    }

    /// Waits for something on the page.
    #[track_caller]
    pub fn find(&self, what: &str, css: &str) -> WebElement {
        self.first(what, css, css, |_: WebElement| async { Ok(true) })
    }

    /// Waits until nothing of this kind is on the page.
    #[track_caller]
    pub fn lacks(&self, css: &str) -> &Self {
        let query = self.driver().query(By::Css(css)).wait(PATIENCE, INTERVAL);
        self.wait(query.wait_until_gone());
        self
    }

    /// Waits until the page says this.
    #[track_caller]
    pub fn says(&self, sentence: &str) -> &Self {
        self.first("sentence", "main", sentence, contains(sentence));
        self
    }

    /// The text of every such thing on the page.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        let found = self.wait(self.driver().query(By::Css(css)).nowait().all_from_selector());
        found.iter().map(|element| self.wait(element.text())).collect()
    }

    /// The text of the page.
    #[track_caller]
    pub fn text(&self) -> String {
        self.texts("main").join("\n")
    }

    /// Runs a function body in the page; its answer.
    #[track_caller]
    pub fn script(&self, body: &str, arguments: &[Value]) -> Value {
        let script = format!("return (async () => {{ {body}\n }})();");
        self.wait(self.driver().execute(script, arguments)).json().clone()
    }

    #[track_caller]
    fn first(&self, what: &str, css: &str, name: &str, is_it: impl ElementPredicate + 'static) -> WebElement {
        let query = self.driver().query(By::Css(css)).and_displayed().with_filter(is_it);
        let found = self.runtime.block_on(query.ignore_errors(true).wait(PATIENCE, INTERVAL).first_opt());
        found.ok().flatten().unwrap_or_else(|| panic!("no {what} “{name}” on this page:\n{}", self.text()))
    }

    fn remember(&self, text: &str) {
        let plain: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
        // Half a number is as bad as all of it.
        let halves = plain.as_bytes().chunks_exact(8).filter_map(|half| std::str::from_utf8(half).ok());
        let halves: Vec<String> = halves.map(str::to_owned).collect();
        self.typed.borrow_mut().extend(halves);
    }
}

/// The name that the browser computes for assistive technology.
#[derive(Debug)]
struct ComputedLabel(WebElement);

impl ExtensionCommand for ComputedLabel {
    fn parameters_json(&self) -> Option<Value> {
        None
    }

    fn method(&self) -> reqwest::Method {
        reqwest::Method::GET
    }

    fn endpoint(&self) -> Arc<str> {
        format!("/element/{}/computedlabel", self.0.element_id()).into()
    }
}

async fn name_of(element: WebElement) -> WebDriverResult<String> {
    let handle = element.handle().clone();
    handle.cmd(Command::ExtensionCommand(Box::new(ComputedLabel(element)))).await?.value()
}

fn is_named(name: &str) -> impl ElementPredicate + 'static + use<> {
    let name = name.to_owned();
    move |element: WebElement| {
        let name = name.clone();
        async move { Ok(name_of(element).await? == name) }
    }
}

fn begins_with(name: &str) -> impl ElementPredicate + 'static + use<> {
    let name = name.to_owned();
    move |element: WebElement| {
        let name = name.clone();
        async move { Ok(name_of(element).await?.starts_with(&name)) }
    }
}

fn reads(text: &str) -> impl ElementPredicate + 'static + use<> {
    let text = text.to_owned();
    move |element: WebElement| {
        let text = text.clone();
        async move { Ok(element.text().await?.starts_with(&text)) }
    }
}

/// Whatever the style sheet makes of capitals.
fn contains(text: &str) -> impl ElementPredicate + 'static + use<> {
    let text = text.to_lowercase();
    move |element: WebElement| {
        let text = text.clone();
        async move { Ok(element.text().await?.to_lowercase().contains(&text)) }
    }
}
