//! How English pages speak to their readers.

use super::lexicon::Lexicon;

#[rustfmt::skip]
pub(super) const WORDS: Lexicon = Lexicon {
    imperatives: &[
        "check", "click", "contact", "discover", "download", "email", "explore", "follow", "get", "hear", "join", "listen", "read", "scroll",
        "see", "send", "share", "tell", "sign", "subscribe", "swipe", "tap", "try", "view", "visit", "vote", "watch", "browse",
    ],
    after: &[
        "a", "all", "below", "here", "here's", "in", "live", "more", "now", "on", "or", "our", "out", "the", "these", "this", "to", "up", "us", "via",
        "what", "with", "your", "free", "full", "down", "for", "more:", "every",
    ],
    objects: &[
        "account", "ad", "advert", "advertisement", "alerts", "app", "article", "blog", "bluesky", "briefing", "briefings", "bulletin", "channel", "chart", "clip", "comments", "download", "email", "emails",
        "episode", "facebook", "feed", "gallery", "graphic", "image", "images", "infographic", "inbox", "instagram", "interactive", "link", "livestream", "map", "newsletter", "newsletters",
        "page", "photo", "photos", "pictures", "playlist", "podcast", "podcasts", "post", "promotion", "slideshow", "snapchat", "spotify", "stream", "telegram", "tiktok",
        "timeline", "tweet", "twitter", "updates", "video", "videos", "website", "whatsapp", "x", "youtube", "footage", "coverage",
    ],
    pointers: &["above", "below", "elsewhere", "here", "full", "latest", "more", "now", "this", "today's", "via", "free"],
    own: &["our", "us"],
    address: &["our", "please", "us", "we", "you", "your"],
    told: &[
        "according", "asked", "called", "came", "did", "had", "he", "her", "him", "his", "insisted", "read:", "said", "say", "saying", "says", "she", "their", "them", "they", "told", "tells",
        "urged", "urges", "was", "went", "were", "wrote", "writes", "yesterday", "shows", "showed", "warned",
    ],
    alone: &[
        "ad", "ad feedback", "advertisement", "advertisements", "article continues", "back to top", "close dialog", "copy link", "copied", "continue reading", "dismiss", "enlarge this image", "full screen", "fullscreen", "hide caption",
        "jump to content", "keep reading", "latest news", "learn more", "load more comments", "loading", "media error", "most read", "most viewed", "more on this", "more on this story", "more top stories",
        "now playing", "open image in gallery", "pause", "play", "play video", "read more", "recommended", "recommended stories", "related", "related article", "related articles", "related content", "related stories", "related topics", "sign up",
        "see also", "see more", "share", "share on facebook", "share on twitter", "share this", "share this article", "share this story", "share via email", "show more", "skip advertisement", "skip ad", "skip past newsletter promotion", "skip to content", "skip to main content",
        "sponsored", "sponsored content", "story continues", "toggle caption", "top stories", "view comments", "view image in fullscreen", "watch", "watch live", "watch more", "after newsletter promotion", "promoted content", "paid content",
    ],
    links: &[
        "also read", "click here", "continue reading", "don't miss", "explore more", "explore more on these topics", "find out more", "get in touch", "go deeper", "in pictures", "keep reading", "learn more", "listen", "listen to more", "more", "more about", "more from", "more on", "more on this", "must read",
        "read also", "read more", "read more about", "read more on", "read next", "read the full", "read", "recommended", "related", "related article", "related articles", "related stories", "related topics", "see also", "see more", "topics", "tags", "filed under", "video", "watch", "watch live", "watch more", "what to read next", "you may also like",
        "you might also like", "up next", "analysis", "more coverage", "more stories", "opinion",
    ],
    asks: &[
        "a post shared by", "already a subscriber", "already have an account", "are you affected by", "become a member", "become a subscriber", "by clicking", "by continuing to use", "by signing up", "by subscribing", "create a free account", "do you have a story", "do you have a tip",
        "do you have an opinion", "enter your email", "for more information about how we use", "get the latest", "got a story", "got a tip", "have a tip", "have you been affected", "have your say", "if you have a story", "join the conversation", "log in to", "our standards", "please enable javascript", "please click", "privacy notice", "register for free", "sign in to", "sign up for",
        "sign up here", "sign up now", "spotted an error", "subscribe now", "subscribe to our", "support our journalism", "support us", "tell us what", "this article is for subscribers", "this content is provided by", "this site uses cookies", "this website uses cookies", "to continue reading", "to read the full", "to read this", "try it free", "view this post", "we use cookies", "we may earn",
        "your email address", "you can also follow", "you can unsubscribe", "your browser does not support", "for more news", "for more stories", "comments are closed", "comments are now closed", "this article first appeared", "this article was amended", "this story has been updated", "this article has been updated", "this article was updated", "this story was updated", "thank you for reading", "this content is not available", "this video can not be played", "this video cannot be played", "this video is not available", "this video is unavailable",
    ],
    stamps: &[
        "correction", "first published", "last modified", "last updated", "last update", "listen to article", "listen to this article", "listen to this story", "posted", "posted at", "posted on", "published", "published at", "published on", "reading time", "read time", "estimated reading time", "this article is more than", "updated", "updated at", "updated on", "duration", "current time",
        "this article was amended on", "this article was last updated",
    ],
    leads: &["advertisement", "fullscreen", "full screen", "skip advertisement", "view image in fullscreen", "open image in gallery", "enlarge this image", "toggle caption", "hide caption"],
    running: &["article", "column", "interview", "story", "text", "report"],
    goes_on: &["continues", "continues after", "continues below", "continued below", "continued after", "continue reading below", "continue reading after", "continue below", "scroll to continue", "scroll down to continue", "scroll to continue after"],
    articles: &["the", "this", "a", "an", "these", "our"],
    player: &["audio", "clip", "duration", "listen", "listening", "mute", "pause", "play", "player", "podcast", "unmute", "video", "volume", "watch"],
    keys: &["ad-blocker", "adblocker", "ad-free", "cookie", "cookies", "javascript", "newsletter", "paywall", "subscriber", "subscribers", "subscription", "trackers", "tracking"],
    grants: &["accept", "activate", "agree", "allow", "allowing", "consent", "disable", "enable", "enabled", "log", "login", "manage", "preferences", "register", "settings", "subscribe", "turn", "click"],
    contents: &["article", "audio", "browser", "content", "element", "embed", "feature", "features", "image", "media", "page", "player", "post", "site", "story", "tweet", "video", "videos", "website", "experience"],
    shows: &["available", "continue", "displayed", "display", "improve", "load", "loaded", "play", "played", "read", "see", "show", "shown", "supported", "support", "view", "watch", "work", "works"],
    negations: &["can't", "cannot", "isn't", "no", "not", "unable", "doesn't", "couldn't"],
    these: &["this", "these"],
    sorry: &["apologies", "oops", "sorry", "unfortunately"],
    counted: &["comment", "comments", "likes", "min read", "minute read", "minutes read", "mins read", "minutes to read", "shares", "views", "retweets"],
};
