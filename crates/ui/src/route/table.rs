//! The pages of a program and their addresses, in one table: a page without an address cannot be written.

/// Declares the pages of a program: those with an address of their own, and those that show one of many things, whose address
/// ends in a [`Tail`](crate::route::Tail).
#[macro_export]
macro_rules! pages {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $($(#[$page_meta:meta])* $page:ident = $address:literal,)+
        }
        $(#[$_tail_meta:meta])*
        one of {
            $($(#[$of_meta:meta])* $of:ident($tail:ty) = $of_address:literal,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$page_meta])* $page,)+
            $($(#[$of_meta])* $of($tail),)*
        }

        impl $crate::route::Address for $name {
            fn parse(path: &str) -> Option<Self> {
                let path = $crate::route::segments(path);
                $(if path == $address {
                    return Some(Self::$page);
                })+
                $(if let Some(tail) = path.strip_prefix($of_address)
                    && (tail.is_empty() || tail.starts_with('/'))
                {
                    return $crate::route::Tail::parse(tail.trim_start_matches('/')).map(Self::$of);
                })*
                None
            }

            fn path(&self) -> String {
                match self {
                    $(Self::$page => concat!("/", $address).to_owned(),)+
                    $(Self::$of(tail) => {
                        let tail = $crate::route::Tail::code(tail);
                        let between = if tail.is_empty() { "" } else { "/" };
                        [concat!("/", $of_address), between, &tail].concat()
                    })*
                }
            }

            fn each() -> Vec<Self> {
                #[allow(unused_mut, reason = "a program may have no such pages")]
                let mut pages = vec![$(Self::$page,)+];
                $(pages.extend(<$tail as $crate::route::Tail>::each().into_iter().map(Self::$of));)*
                pages
            }
        }
    };
}

/// A path as it was meant: without what people add when they copy it.
pub fn segments(path: &str) -> String {
    path.split('/').filter(|segment| !segment.is_empty()).collect::<Vec<_>>().join("/")
}
