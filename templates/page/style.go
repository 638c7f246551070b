package page

import (
	"fmt"
	"html/template"
)

// The page sets neither its paper nor its ink: both are the reader's, light or dark. What has a colour of its own keeps
// enough contrast on white and on near-black, so that a client that inverts nothing, some or all of it leaves it legible.
// No colour reaches 4.5:1 on both, so text has a second one for the night; a client that does not know light-dark() keeps the first.
const (
	accent = "#24827b" // buttons, the rule above the page, numbers
	late   = "#c94538"
	soon   = "#a26610"
	good   = "#3b8250"

	accentNight = "#6cc7bd"
	lateNight   = "#f0897c"
	soonNight   = "#e6ae62"
	goodNight   = "#7fc79a"

	hair   = "#8884" // hairlines and tints, see-through
	tint   = "#88888818"
	family = "-apple-system,BlinkMacSystemFont,'Segoe UI','PingFang SC','PingFang TC','Hiragino Sans GB','Microsoft YaHei','Microsoft JhengHei','Noto Sans CJK SC','Noto Sans SC',Roboto,Helvetica,Arial,sans-serif"
)

// text is a colour for words by day and by night.
func text(day, night string) string {
	return "color:" + day + ";color:light-dark(" + day + "," + night + ")"
}

var styles = map[string]string{
	"body":     "margin:0;padding:0;-webkit-text-size-adjust:100%;color-scheme:light dark",
	"preview":  "display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;mso-hide:all",
	"sheet":    "width:100%;max-width:640px;margin:0 auto;border-collapse:collapse",
	"inside":   "padding:20px 18px 28px;font-family:" + family + ";font-size:16px;line-height:1.6;text-align:left;word-wrap:break-word;overflow-wrap:anywhere",
	"mast":     "margin:0 0 18px;padding:0 0 10px;border-bottom:2px solid " + accent + ";font-size:13px;line-height:1.4;letter-spacing:.04em",
	"office":   text(accent, accentNight) + ";font-weight:600",
	"lead":     "margin:0 0 18px;font-size:18px;line-height:1.6",
	"heading":  "margin:26px 0 8px;font-size:15px;line-height:1.4;font-weight:700;" + text(accent, accentNight),
	"p":        "margin:0 0 12px",
	"ul":       "margin:0 0 12px;padding:0 0 0 20px",
	"li":       "margin:0 0 4px",
	"table":    "width:100%;margin:0 0 14px;border-collapse:collapse;border-spacing:0",
	"label":    "padding:7px 14px 7px 0;border-bottom:1px solid " + hair + ";vertical-align:top;white-space:nowrap;font-size:14px;opacity:.72",
	"value":    "padding:7px 0;border-bottom:1px solid " + hair + ";vertical-align:top;width:100%;font-size:15px",
	"th":       "padding:6px 6px 6px 0;border-bottom:1px solid " + accent + ";text-align:left;vertical-align:bottom;white-space:nowrap;font-size:13px;font-weight:600;opacity:.8",
	"td":       "padding:8px 10px 8px 0;border-bottom:1px solid " + hair + ";vertical-align:top;font-size:15px;line-height:1.5",
	"td-count": "padding:8px 6px 8px 0;border-bottom:1px solid " + hair + ";vertical-align:top;white-space:nowrap;font-size:15px;line-height:1.5",
	"td-first": "padding:8px 12px 8px 0;border-bottom:1px solid " + hair + ";vertical-align:top;white-space:nowrap;font-size:15px;line-height:1.5",
	"td-last":  "padding:8px 0;border-bottom:1px solid " + hair + ";vertical-align:top;white-space:nowrap;text-align:right;font-size:14px;line-height:1.6;opacity:.85",
	"sub":      "font-size:13px;line-height:1.5;opacity:.72",
	"link":     text(accent, accentNight) + ";text-decoration:underline;overflow-wrap:anywhere",
	"struck":   "opacity:.65",
	"figure":   "width:25%;padding:10px 4px 10px 0;vertical-align:top;text-align:left",
	"number":   "font-size:28px;line-height:1.2;font-weight:600",
	"caption":  "font-size:13px;line-height:1.4;opacity:.75",
	"card":     "width:100%;margin:0 0 12px;border-collapse:collapse;border-top:1px solid " + hair,
	"no":       "padding:12px 12px 0 0;vertical-align:top;width:22px;font-size:17px;line-height:1.5;font-weight:700;" + text(accent, accentNight),
	"in":       "padding:12px 0 2px;vertical-align:top",
	"title":    "font-size:16px;line-height:1.5;font-weight:600",
	"badge":    "font-size:13px;font-weight:700;white-space:nowrap",
	"line":     "font-size:14px;line-height:1.6;opacity:.85",
	"rule":     "margin:28px 0 12px;padding:18px 0 0;border-top:1px solid " + hair + ";font-size:15px;line-height:1.4;font-weight:700;" + text(accent, accentNight),
	"buttons":  "margin:0 0 8px;font-size:0;line-height:0",
	"button":   "display:inline-table;border-collapse:separate;margin:0 7px 8px 0",
	"first":    "border-radius:8px;background:" + accent + ";mso-padding-alt:11px 18px",
	"other":    "border-radius:8px;mso-padding-alt:11px 14px",
	"a-first":  "display:inline-block;padding:11px 18px;border:1px solid " + accent + ";border-radius:8px;background:" + accent + ";color:#ffffff;font-family:" + family + ";font-size:16px;line-height:24px;font-weight:600;text-decoration:none",
	"a-other":  "display:inline-block;padding:11px 18px;border:1px solid " + accent + ";border-radius:8px;" + text(accent, accentNight) + ";font-family:" + family + ";font-size:16px;line-height:24px;font-weight:600;text-decoration:none",
	"hints":    "margin:4px 0 12px;font-size:14px;line-height:1.75;opacity:.85",
	"quote":    "margin:0 0 14px;padding:2px 0 2px 14px;border-left:3px solid " + hair + ";font-size:15px",
	"note":     "margin:0 0 10px;font-size:13px;line-height:1.6;opacity:.75",
	"form":     "margin:0 0 14px;padding:12px 14px;background:" + tint + ";border-radius:8px;font-size:14px;line-height:1.75",
	"foot":     "margin:28px 0 0;padding:12px 0 0;border-top:1px solid " + hair + ";font-size:13px;line-height:1.6;opacity:.72",
	"late":     text(late, lateNight),
	"soon":     text(soon, soonNight),
	"good":     text(good, goodNight),
	"":         "",
}

// css is the style of that name. A name that is not there is a mistake in the page.
func css(name any) (template.CSS, error) {
	s, ok := styles[fmt.Sprint(name)]
	if !ok {
		return "", fmt.Errorf("no style %q", name)
	}
	return template.CSS(s), nil
}
