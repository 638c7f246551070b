package config

import "github.com/huiban/huiban/secretary"

// settings are the keys of huiban.yaml. The annotated file that Init writes explains each.
type settings struct {
	Office       officeSettings `yaml:"office"`
	Mail         mailSettings   `yaml:"mail"`
	Database     string         `yaml:"database"`
	DatabaseFile string         `yaml:"database_file"`
	Secret       string         `yaml:"secret"`
	SecretFile   string         `yaml:"secret_file"`
	People       string         `yaml:"people"`
	Departments  string         `yaml:"departments"`
	Policies     string         `yaml:"policies"`
	Holidays     []string       `yaml:"holidays"`
	Weekend      []string       `yaml:"weekend"`
	Rooms        []roomSettings `yaml:"rooms"`
}

type roomSettings struct {
	Name      secretary.Text `yaml:"name"`
	Seats     int            `yaml:"seats"`
	Equipment secretary.Text `yaml:"equipment"`
}

type officeSettings struct {
	Name     secretary.Text `yaml:"name"`
	Company  secretary.Text `yaml:"company"`
	Address  string         `yaml:"address"`
	Timezone string         `yaml:"timezone"`
	Lang     string         `yaml:"lang"`
	Quiet    quietSettings  `yaml:"quiet"`
}

type quietSettings struct {
	From secretary.Clock `yaml:"from"`
	To   secretary.Clock `yaml:"to"`
}

type mailSettings struct {
	IMAP          serverSettings `yaml:"imap"`
	SMTP          serverSettings `yaml:"smtp"`
	SubAddressing bool           `yaml:"sub_addressing"`
	AuthservIDs   []string       `yaml:"authserv_ids"`
	TrustInternal bool           `yaml:"trust_internal"`
	RedirectAllTo string         `yaml:"redirect_all_to"`
	NoICSFile     []string       `yaml:"no_ics_file"`
	Rate          int            `yaml:"rate"`
	DKIM          DKIM           `yaml:"dkim"`
}

// serverSettings serve both servers; login counts for SMTP only, folder, handled_folder and mark_seen for IMAP only.
type serverSettings struct {
	Host         string        `yaml:"host"`
	Port         int           `yaml:"port"`
	TLS          string        `yaml:"tls"`
	CAFile       string        `yaml:"ca_file"`
	Login        bool          `yaml:"login"`
	User         string        `yaml:"user"`
	Password     string        `yaml:"password"`
	PasswordFile string        `yaml:"password_file"`
	OAuth2       oauthSettings `yaml:"oauth2"`
	Folder       string        `yaml:"folder"`
	Handled      string        `yaml:"handled_folder"`
	MarkSeen     bool          `yaml:"mark_seen"`
}

type oauthSettings struct {
	TokenURL         string `yaml:"token_url"`
	ClientID         string `yaml:"client_id"`
	ClientSecret     string `yaml:"client_secret"`
	ClientSecretFile string `yaml:"client_secret_file"`
	RefreshToken     string `yaml:"refresh_token"`
	RefreshTokenFile string `yaml:"refresh_token_file"`
	Scope            string `yaml:"scope"`
	Mechanism        string `yaml:"mechanism"`
}

func (o oauthSettings) used() bool { return o != oauthSettings{} }

// initial are the settings of a file that says nothing.
func initial() settings {
	return settings{
		Office:      officeSettings{Name: secretary.T("会办", "會辦", "Huiban"), Timezone: "Asia/Shanghai", Lang: string(secretary.Hans)},
		Mail:        mailSettings{IMAP: serverSettings{TLS: "implicit", MarkSeen: true, Login: true}, SMTP: serverSettings{TLS: "implicit", Login: true}, Rate: 30},
		Database:    "sqlite:huiban.db",
		People:      "people.csv",
		Departments: "departments.csv",
		Policies:    "policies",
		Weekend:     []string{"SA", "SU"},
	}
}
