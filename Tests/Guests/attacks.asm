; A kernel that reaches for the top 4 MiB of its address space, where a monitor might live, and for the
; selectors and tables that one might use: its own memory mapped there, stacks, code, descriptor tables and
; page tables there, segments that wrap or expand down into it, forged descriptors, privileged returns.
; Nothing of this is forbidden to a kernel, so every line must come as on a machine without a monitor.
%include "system.inc"

DIRECTORY       equ 30000h
TABLE_LOW       equ 31000h              ; identity for everybody
TABLE_TOP       equ 32000h              ; FFC00000h and up: FRAME, page after page
TABLE_USER      equ 33000h              ; 400000h: the same again
TABLE_ALIAS     equ 34000h              ; 800000h: the guest's tables under another name
FRAME           equ 50000h
OTHER_FRAME     equ 51000h
BIG_TABLE       equ 60000h              ; a descriptor table of 64 KiB
HOLE            equ 0FFC00000h
USER            equ 400000h
ALIAS           equ 800000h

WRAPS           equ 48h                 ; base FFFFF000h, limit 1FFFh
NEAR_TOP        equ 50h                 ; base FFBFF000h, limit 1FFFh
DOWN            equ 58h                 ; expands down to FFC00000h
TOP_CODE        equ 60h                 ; base FFC00000h
CONFORMING      equ 68h
FORGED          equ 70h
TOP_TASK        equ 78h
TOP_LDT         equ 80h
USER_GATE       equ 88h
WRAP_CODE       equ 90h                 ; base FFBFFFF0h
WHOLE           equ 98h                 ; base 1000h, limit 4 GiB

body:
        call tables
        mov eax, DIRECTORY
        mov cr3, eax
        mov eax, cr0
        or eax, 80010000h
        mov cr0, eax
        call absent
        mov dword [DIRECTORY + 1023 * 4], TABLE_TOP | 7
        call mapped
        call strings
        call segments
        call stacks
        call code
        call selectors
        call descriptor_tables
        call aliases
        call recursion
        call returns
        call users
        call registers
        call system_calls
        ret

tables:
        mov edi, TABLE_LOW
        mov eax, 7
        mov ecx, 256
.low:
        stosd
        add eax, 1000h
        loop .low
        mov edi, TABLE_USER
        mov eax, 7
        mov ecx, 256
.user:
        stosd
        add eax, 1000h
        loop .user
        mov edi, TABLE_TOP
        mov eax, FRAME | 7
        mov ecx, 1024
        rep stosd
        mov eax, gdt
        and eax, ~0FFFh
        or eax, 3
        mov [TABLE_ALIAS], eax
        add eax, 1000h
        mov [TABLE_ALIAS + 20], eax
        mov dword [TABLE_ALIAS + 4], TABLE_LOW | 3
        mov dword [TABLE_ALIAS + 8], DIRECTORY | 3
        mov dword [TABLE_ALIAS + 12], TABLE_TOP | 3
        mov dword [TABLE_ALIAS + 16], FRAME | 3
        mov dword [DIRECTORY], TABLE_LOW | 7
        mov dword [DIRECTORY + 4], TABLE_USER | 7
        mov dword [DIRECTORY + 8], TABLE_ALIAS | 3
        mov dword [DIRECTORY + 1022 * 4], TABLE_TOP | 7
        descriptor WRAPS, 0FFFFF000h, 1FFFh, 93h, 40h
        descriptor NEAR_TOP, 0FFBFF000h, 1FFFh, 93h, 40h
        descriptor DOWN, 0, 0FFBFFh, 97h, 0C0h
        descriptor TOP_CODE, HOLE, 0FFFFFh, 9Bh, 0C0h
        descriptor CONFORMING, 0, 0FFFFFh, 9Eh, 0C0h
        descriptor TOP_TASK, HOLE + 4000h, 67h, 89h, 0
        descriptor TOP_LDT, HOLE + 6000h, 0FFFh, 82h, 0
        descriptor WRAP_CODE, 0FFBFFFF0h, 0FFFFFh, 9Bh, 0C0h
        descriptor WHOLE, 1000h, 0FFFFFh, 92h, 0C0h
        gate gdt + USER_GATE, CODE32, from_user, 0ECh
        ret

; The first word of FRAME, by its ordinary address.
%macro seen 0
        say " frame"
        value [FRAME]
%endmacro

; Reads, writes, fetches where nothing is mapped.
absent:
        try "absent: read"
        mov eax, [HOLE]
        okay
        try "absent: write"
        mov dword [HOLE], 1
        okay
        try "absent: the last byte"
        mov al, [0FFFFFFFFh]
        okay
        try "absent: FS"
        mov eax, [fs:HOLE + 10h]
        okay
        try "absent: GS"
        inc dword [gs:HOLE + 4000h]
        okay
        try "absent: ES"
        mov edi, HOLE + 10000h
        stosd
        okay
        try "absent: CS"
        mov eax, [cs:HOLE + 20000h]
        okay
        try "absent: jump"
        mov eax, HOLE
        jmp eax
        okay
        try "absent: call"
        mov eax, HOLE + 0FFFh
        call eax
        okay
        try "absent: far jump"
        jmp CODE32:HOLE + 10h
        okay
        try "absent: over the border"
        mov eax, [HOLE - 2]
        okay
        try "absent: over the end"
        mov eax, [0FFFFFFFEh]
        okay
        try "absent: table register"
        sgdt [HOLE]
        okay
        try "absent: SIDT"
        sidt [HOLE + 800h]
        okay
        try "absent: floating point"
        fnstcw [HOLE + 30h]
        okay
        try "absent: INVLPG"
        invlpg [HOLE]
        okay
        try "absent: LGDT from there"
        lgdt [HOLE]
        okay
        try "absent: bit string"
        mov eax, HOLE * 8 / 8
        bts dword [eax], 5
        okay
        try "absent: far, by a big index"
        mov eax, 0FFFFFFFFh
        mov ebx, 0FFC00001h
        mov al, [eax + ebx]
        okay
        ret

; The guest's own memory there.
mapped:
        try "mapped: write"
        mov dword [HOLE], 11111111h
        seen
        okay
        try "mapped: every page"
        mov edi, HOLE
        mov ecx, 1024
.page:
        inc dword [edi]
        add edi, 1000h
        loop .page
        seen
        okay
        try "mapped: read"
        mov eax, [0FFFFF000h]
        value eax
        okay
        try "mapped: CS, FS, GS"
        mov eax, [cs:HOLE]
        add eax, [fs:HOLE]
        add eax, [gs:HOLE]
        value eax
        okay
        try "mapped: locked"
        lock xadd [HOLE + 3000h], eax
        seen
        okay
        try "mapped: over the border"
        mov dword [FRAME + 0FFCh], 0AABBCCDDh
        mov dword [HOLE - 2], 12345678h
        seen
        value [FRAME + 0FFCh]
        okay
        try "mapped: accessed and dirty"
        value [TABLE_TOP]
        value [TABLE_TOP + 4 * 7]
        okay
        try "mapped: read-only, WP"
        mov dword [TABLE_TOP + 20], FRAME | 1
        invlpg [HOLE + 5000h]
        mov dword [HOLE + 5000h], 2
        okay
        try "mapped: read-only, no WP"
        mov eax, cr0
        and eax, ~10000h
        mov cr0, eax
        mov dword [HOLE + 5000h], 3
        seen
        okay
        mov eax, cr0
        or eax, 10000h
        mov cr0, eax
        mov dword [TABLE_TOP + 20], FRAME | 7
        ret

strings:
        try "strings: up into it"
        mov edi, HOLE - 8
        mov ecx, 8
        mov eax, 22222222h
        rep stosd
        seen
        value edi
        okay
        try "strings: down out of it"
        std
        mov edi, HOLE + 8
        mov ecx, 8
        mov eax, 33333333h
        rep stosd
        cld
        seen
        value edi
        okay
        try "strings: from there"
        mov esi, HOLE
        mov edi, OTHER_FRAME
        mov ecx, 400h
        rep movsd
        value [OTHER_FRAME]
        okay
        try "strings: from the end to the beginning"
        mov esi, 0FFFFFFF0h
        mov edi, OTHER_FRAME
        mov ecx, 20h
        rep movsb
        value esi
        okay
        try "strings: compare and scan"
        mov esi, HOLE
        mov edi, HOLE + 1000h
        mov ecx, 100h
        repe cmpsd
        value ecx
        mov edi, HOLE
        mov eax, 77777777h
        mov ecx, 100h
        repne scasd
        value ecx
        okay
        try "strings: in and out"
        mov edi, HOLE
        mov edx, 61h
        insb
        mov esi, HOLE + 1
        mov edx, 80h
        outsb
        okay
        try "strings: into what is absent"
        mov dword [TABLE_TOP + 4], 0
        invlpg [HOLE + 1000h]
        mov edi, HOLE + 0FF0h
        mov ecx, 8
        mov eax, 44444444h
        rep stosd
        okay
        try "strings: where it stopped"
        value edi
        value ecx
        mov dword [TABLE_TOP + 4], FRAME | 7
        okay
        ret

segments:
        mov dword [FRAME], 55555555h
        mov dword [FRAME + 0FFCh], 66666666h
        try "segments: wrap, below"
        mov eax, WRAPS
        mov es, eax
        mov eax, [es:0]
        value eax
        okay
        try "segments: wrap, above"
        mov eax, WRAPS
        mov fs, eax
        mov eax, [1000h - 4]
        cmp eax, [fs:2000h - 4]
        value [fs:0FFCh]
        lahf
        value eax, 4
        okay
        try "segments: wrap, beyond"
        mov eax, WRAPS
        mov gs, eax
        mov eax, [gs:1FFDh]
        okay
        try "segments: from below"
        mov eax, NEAR_TOP
        mov es, eax
        mov eax, [es:0FFCh]
        value eax
        mov eax, [es:1000h]
        value eax
        mov eax, [es:0FFEh]
        value eax
        okay
        try "segments: expand-down"
        mov eax, DOWN
        mov ds, eax
        mov eax, [ds:HOLE]
        push ss
        pop ds
        value eax
        okay
        try "segments: expand-down, below"
        mov eax, DOWN
        mov fs, eax
        mov eax, [fs:HOLE - 4]
        okay
        try "segments: 4 GiB from 4 KiB on"
        mov eax, WHOLE
        mov es, eax
        mov eax, [es:HOLE - 1000h]
        value eax
        mov eax, [es:-1000h]
        value eax
        okay
        try "segments: limits told"
        mov ebx, DATA32
        lsl eax, ebx
        value eax
        mov ebx, NEAR_TOP
        lsl eax, ebx
        value eax
        mov ebx, DOWN
        lsl eax, ebx
        value eax
        mov ebx, TOP_CODE
        lsl eax, ebx
        value eax
        okay
        try "segments: rights told"
        mov ebx, DATA32
        lar eax, ebx
        value eax
        mov ebx, TOP_TASK
        lar eax, ebx
        value eax
        mov ebx, USER_GATE
        lar eax, ebx
        value eax
        mov ebx, CONFORMING
        lar eax, ebx
        value eax
        okay
        try "segments: an accessed bit"
        value [gdt + CONFORMING + 4]
        mov eax, CONFORMING
        mov es, eax
        value [gdt + CONFORMING + 4]
        okay
        ret

stacks:
        try "stacks: push, pop, call"
        mov esp, HOLE + 800h
        push dword 12345678h
        pushad
        popad
        pop eax
        call .there
        value eax
        okay
        try "stacks: enter"
        mov esp, HOLE + 800h
        mov ebp, HOLE + 900h
        enter 16, 3
        leave
        value esp
        okay
        try "stacks: a fault there"
        mov esp, HOLE + 800h
        ud2
        okay
        try "stacks: an interrupt there"
        mov dword [hook], .interrupted
        mov esp, HOLE + 400h
        int 50h
        okay
        try "stacks: a segment of it"
        mov eax, WRAPS
        mov ss, eax
        mov esp, 1000h
        push dword 0BADF00Dh
        mov eax, DATA32
        mov ss, eax
        value [FRAME + 0FFCh]
        okay
        try "stacks: 16 bits, down"
        mov eax, NEAR_TOP
        mov ss, eax
        mov esp, 1002h
        push word 1234h
        push dword 56789ABCh
        mov eax, DATA32
        mov ss, eax
        value [FRAME]
        value [FRAME + 0FFCh]
        okay
        ret
.there:
        mov eax, [esp]
        sub eax, [began]
        ret
.interrupted:
        say " handled"
        mov dword [hook], 0
        jmp resume_after

code:
        try "code: call it"
        mov dword [FRAME], 654321B8h
        mov dword [FRAME + 4], 0C307h
        mov eax, HOLE
        call eax
        value eax
        okay
        try "code: change it and call again"
        mov dword [FRAME], 234567B8h
        mov eax, HOLE
        call eax
        value eax
        mov byte [HOLE + 3001h], 0EEh
        mov eax, HOLE + 7000h
        call eax
        value eax
        okay
        try "code: a segment that begins there"
        mov byte [FRAME + 5], 0CBh
        call TOP_CODE:0
        value eax
        okay
        try "code: run into it"
        mov dword [FRAME + 0FF0h], 90909090h
        mov dword [FRAME + 0FF4h], 90909090h
        mov dword [FRAME + 0FF8h], 90909090h
        mov dword [FRAME + 0FFCh], 0B9909090h
        mov dword [FRAME], 00C3AA55h
        mov dword [FRAME + 4], 0C3h
        mov eax, HOLE - 16
        call eax
        value ecx
        okay
        try "code: a short jump over the border"
        mov dword [FRAME + 0FF0h], 909010EBh
        mov word [FRAME + 2], 0C390h
        mov eax, HOLE - 16
        call eax
        okay
        try "code: a segment from below"
        mov byte [FRAME + 3], 0CBh
        call WRAP_CODE:0
        okay
        try "code: what is privileged there"
        mov dword [FRAME], 0C3FAFAh
        sti
        cli
        mov eax, HOLE
        call eax
        pushfd
        pop eax
        and eax, 200h
        value eax
        okay
        try "code: HLT is not, INT3 is"
        mov dword [FRAME], 0C390CC90h
        mov eax, HOLE
        call eax
        okay
        ret

; use selector, name: everything that can be done with a selector.
%macro use 2
        try %2, ": DS"
        mov eax, %1
        mov ds, eax
        okay
        try %2, ": SS"
        mov eax, %1
        mov ss, eax
        okay
        try %2, ": jump"
        jmp %1:0
        okay
        try %2, ": call"
        call %1:HOLE
        okay
        try %2, ": RETF"
        push dword %1
        push dword HOLE
        retf
        okay
        try %2, ": IRET"
        pushfd
        push dword %1
        push dword HOLE
        iretd
        okay
        try %2, ": LTR"
        mov eax, %1
        ltr ax
        okay
        try %2, ": LLDT"
        mov eax, %1
        lldt ax
        okay
        try %2, ": LAR LSL VERR VERW"
        mov ebx, %1
        xor eax, eax
        lar eax, ebx
        call zero_flag
        lsl eax, ebx
        call zero_flag
        verr bx
        call zero_flag
        verw bx
        call zero_flag
        value eax
        okay
%endmacro
zero_flag:
        jz .set
        say " no"
        ret
.set:
        say " yes"
        ret

; Where a monitor has its own descriptors the guest has none; then it has.
selectors:
        use 0FFE0h, "FFE0"
        use 0FFE3h, "FFE3"
        use 0FFE8h, "FFE8"
        use 0FFF0h, "FFF0"
        use 0FFF8h, "FFF8"
        use 0FFC1h, "FFC1"
        use 0FFD8h, "FFD8"
        use 0Ch, "000C"
        mov esi, gdt
        mov edi, BIG_TABLE
        mov ecx, GDT_ENTRIES * 2
        rep movsd
        mov edi, BIG_TABLE + 0FFC0h
        mov ecx, 8
.own:
        mov dword [edi], (FRAME & 0FFFFh) << 16 | 0FFFh
        mov dword [edi + 4], 00409200h | FRAME >> 16
        add edi, 8
        loop .own
        mov dword [FRAME], 0C0FFEEh
        lgdt [big_pointer]
        try "own FFE8"
        mov eax, 0FFE8h
        mov es, eax
        value [es:0]
        mov eax, es
        value eax
        okay
        try "own FFF0"
        mov eax, 0FFF0h
        mov ss, eax
        mov esp, 4
        pop eax
        mov ebx, DATA32
        mov ss, ebx
        mov esp, [saved_esp]
        value [FRAME]
        okay
        try "own FFC0, FFC8, FFD0, FFD8"
        mov eax, 0FFC0h
        mov ds, eax
        mov ebx, [0]
        mov eax, 0FFD8h
        mov ds, eax
        add ebx, [0]
        mov eax, DATA32
        mov ds, eax
        value ebx
        okay
        try "own FFE0 by LAR and LSL"
        mov ebx, 0FFE0h
        lar eax, ebx
        value eax
        lsl eax, ebx
        value eax
        okay
        try "own FFF8 as code"
        mov dword [BIG_TABLE + 0FFF8h + 4], 00409A00h | FRAME >> 16
        mov dword [FRAME], 0CB9090h
        call 0FFF8h:0
        okay
        lgdt [gdt_pointer]
        ret

descriptor_tables:
        try "tables there: GDT"
        mov esi, gdt
        mov edi, FRAME
        mov ecx, GDT_ENTRIES * 2
        rep movsd
        lgdt [top_gdt]
        mov eax, DATA32
        mov es, eax
        mov eax, WRAPS
        mov fs, eax
        jmp CODE32:.here
.here:
        sgdt [store]
        value [store + 2]
        okay
        try "tables there: a new descriptor"
        mov dword [HOLE + FORGED], 2345h
        mov dword [HOLE + FORGED + 4], 00409200h
        mov eax, FORGED
        lsl eax, eax
        value eax
        mov eax, FORGED
        mov es, eax
        mov eax, [es:2345h]
        okay
        lgdt [gdt_pointer]
        try "tables there: IDT"
        mov esi, IDT
        mov edi, FRAME
        mov ecx, 512
        rep movsd
        lidt [top_idt]
        ud2
        okay
        try "tables there: IDT, software interrupt"
        mov dword [hook], stacks.interrupted
        int 50h
        okay
        lidt [idt_pointer]
        try "tables there: LDT"
        mov dword [FRAME + 8], 1234h
        mov dword [FRAME + 12], 00409200h
        mov eax, TOP_LDT
        lldt ax
        mov eax, 0Ch
        lsl eax, eax
        value eax
        mov eax, 0Ch
        mov es, eax
        mov eax, es
        value eax
        sldt eax
        value eax, 4
        okay
        try "tables there: LDT, changed"
        mov word [HOLE + 8], 2FFFh
        mov eax, 0Ch
        lsl eax, eax
        value eax
        okay
        xor eax, eax
        lldt ax
        try "tables there: TSS"
        mov esi, TASK
        mov edi, FRAME
        mov ecx, 26
        rep movsd
        mov eax, TOP_TASK
        ltr ax
        str eax
        value eax, 4
        ring3
        ring0
        okay
        try "tables there: back"
        and byte [gdt + TASK_MAIN + 5], ~2
        mov eax, TASK_MAIN
        ltr ax
        okay
        ret

; EDI := the forged descriptor, by its other name.
forged:
        mov edi, gdt + FORGED
        mov eax, gdt
        and eax, ~0FFFh
        sub edi, eax
        cmp edi, 1000h
        jb .first
        add edi, 4000h                  ; the page after it is the sixth there
.first:
        add edi, ALIAS
        ret

; The guest's tables under another name.
aliases:
        try "aliases: a descriptor"
        call forged
        mov dword [edi], 1111h
        mov dword [edi + 4], 00409200h
        mov eax, FORGED
        lsl eax, eax
        value eax
        okay
        try "aliases: of level 0, for level 3"
        ring3
        mov eax, FORGED | 3
        mov es, eax
        okay
        try "aliases: of level 3, for level 3"
        call forged
        mov byte [edi + 5], 0F2h
        ring3
        mov eax, FORGED | 3
        mov es, eax
        mov eax, es
        ring0
        okay
        try "aliases: accessed bits"
        value [gdt + FORGED + 4]
        okay
        try "aliases: a page table"
        mov dword [OTHER_FRAME], 0ABCDEFh
        mov dword [ALIAS + 3000h + 9 * 4], OTHER_FRAME | 3
        invlpg [HOLE + 9000h]
        value [HOLE + 9000h]
        mov dword [ALIAS + 1000h + (FRAME >> 12) * 4], OTHER_FRAME | 3
        invlpg [FRAME]
        value [FRAME]
        mov dword [ALIAS + 1000h + (FRAME >> 12) * 4], FRAME | 3
        invlpg [FRAME]
        value [FRAME]
        okay
        try "aliases: the directory"
        mov eax, [ALIAS + 2000h + 4]
        mov dword [ALIAS + 2000h + 4], 0
        mov ebx, cr3
        mov cr3, ebx
        mov [saved], eax
        mov eax, [USER + FRAME]
        okay
        mov eax, [saved]
        mov [ALIAS + 2000h + 4], eax
        ret

; The directory as its own last table, where everybody has it.
recursion:
        mov eax, [DIRECTORY + 1023 * 4]
        mov [saved], eax
        mov dword [DIRECTORY + 1023 * 4], DIRECTORY | 3
        mov eax, cr3
        mov cr3, eax
        try "recursion: the directory"
        value [0FFFFF000h]
        value [0FFFFFFFCh]
        okay
        try "recursion: a table"
        value [0FFC00000h + (FRAME >> 12) * 4]
        okay
        try "recursion: map a page"
        mov dword [0FFC00000h + (700000h >> 12) * 4], FRAME | 3
        mov dword [FRAME], 600DBEEFh
        value [700000h]
        okay
        try "recursion: move it"
        mov dword [0FFC00000h + (700000h >> 12) * 4], OTHER_FRAME | 3
        invlpg [700000h]
        value [700000h]
        okay
        try "recursion: make a directory entry"
        mov dword [0FFFFF000h + 40 * 4], TABLE_USER | 7
        mov eax, [40 * 400000h + OTHER_FRAME]
        value eax
        okay
        try "recursion: remove it"
        mov dword [0FFFFF000h + 40 * 4], 0
        mov eax, cr3
        mov cr3, eax
        mov eax, [40 * 400000h + OTHER_FRAME]
        okay
        try "recursion: the entry of itself"
        mov dword [0FFFFFFFCh], DIRECTORY | 3
        value [0FFFFFFFCh]
        okay
        mov eax, [saved]
        mov [DIRECTORY + 1023 * 4], eax
        mov eax, cr3
        mov cr3, eax
        ret

returns:
        try "returns: to level 0 from level 3"
        ring3
        pushfd
        push dword CODE32
        push dword .nowhere
        iretd
        okay
        try "returns: RETF to level 0 from level 3"
        ring3
        push dword CODE32
        push dword .nowhere
        retf
        okay
        try "returns: VM from level 3"
        ring3
        push dword 20202h
        push dword 0
        push dword 0
        iretd
        okay
        try "returns: IOPL and IF from level 3"
        ring3
        pushfd
        or dword [esp], 3200h
        push dword USER_CODE
        push dword .there
        iretd
.there:
        pushfd
        pop ebx
        and ebx, 3200h
        ring0
        value ebx
        okay
        try "returns: NT without a task"
        pushfd
        or dword [esp], 4000h
        popfd
        iretd
        okay
        pushfd
        and dword [esp], ~4000h
        popfd
        try "returns: NT from level 3"
        ring3
        pushfd
        or dword [esp], 4000h
        popfd
        iretd
        okay
        pushfd
        and dword [esp], ~4000h
        popfd
        try "returns: IF and IOPL by POPF"
        push dword 3002h
        popfd
        pushfd
        pop ebx
        and ebx, 3200h
        value ebx
        push dword 2
        popfd
        okay
        try "returns: to v86 and back"
        mov dword [hook], .from_v86
        mov word [700h], 30CDh          ; INT 30h
        push dword 0
        push dword 0
        push dword 0
        push dword 0
        push dword SYSTEM_STACK & 0FFFFh
        push dword 1000h
        push dword 20002h
        push dword 0
        push dword 700h
        iretd
.from_v86:
        mov dword [hook], 0
        say " IRET'd"
        mov eax, [fault.eflags]
        and eax, 23200h
        value eax
        value [fault.vector]
        jmp resume_after
        okay
        ret
.nowhere:
        ud2

users:
        mov word [TASK + 102], 104      ; no port is open
        mov edi, TASK + 104
        mov ecx, 2000h / 8
        mov al, 0FFh
        rep stosb
        try "users: the top"
        ring3
        mov ebx, [HOLE]
        ring0
        value ebx
        okay
        try "users: code there"
        mov dword [FRAME], 0C3C03190h
        ring3
        mov eax, HOLE
        call eax
        mov ebx, eax
        ring0
        value ebx
        okay
        try "users: a conforming call"
        ring3
        call CONFORMING:.conforming
        ring0
        okay
        try "users: a gate inward"
        ring3
        call USER_GATE | 3:0
        ring0
        okay
        try "users: CLI"
        ring3
        cli
        okay
        try "users: HLT"
        ring3
        hlt
        okay
        try "users: a port"
        ring3
        in al, 61h
        okay
        try "users: MOV to CR3"
        ring3
        mov cr3, eax
        okay
        try "users: table registers"
        ring3
        sgdt [store]
        sidt [store + 8]
        smsw eax
        mov ebx, eax
        sldt eax
        mov ecx, eax
        str eax
        mov edx, eax
        ring0
        value [store + 2]
        value [store + 10]
        and ebx, 0FFFFh
        value ebx
        and ecx, 0FFFFh
        value ecx
        and edx, 0FFFFh
        value edx
        okay
        try "users: flags"
        ring3
        pushfd
        pop ebx
        ring0
        and ebx, 3200h
        value ebx
        okay
        try "users: limits and rights"
        ring3
        mov ebx, USER_DATA
        lsl ecx, ebx
        lar edx, ebx
        mov ebx, CONFORMING
        lar edi, ebx
        mov ebx, DATA32
        xor esi, esi
        lar esi, ebx
        ring0
        value ecx
        value edx
        value edi
        value esi
        okay
        try "users: a port that the map opens"
        and byte [TASK + 104 + 61h / 8], ~(1 << (61h & 7))
        ring3
        in al, 61h
        mov al, 0
        ring0
        okay
        try "users: a port beside it"
        ring3
        in al, 62h
        okay
        try "users: two ports of which one is open"
        ring3
        in ax, 61h
        okay
        try "users: with IOPL 3"
        push dword 3002h
        popfd
        ring3
        cli
        pushfd
        pop ebx
        sti
        pushfd
        pop ecx
        cli
        in al, 62h
        ring0
        and ebx, 3200h
        and ecx, 3200h
        value ebx
        value ecx
        okay
        push dword 2
        popfd
        try "users: INT of level 0"
        ring3
        int 50h
        okay
        try "users: INT3 of level 0"
        ring3
        int3
        okay
        ret
.conforming:
        mov ebx, cs
        retf
from_user:
        push ds
        mov eax, DATA32
        mov ds, eax
        mov eax, cs
        value eax
        value [esp + 8]
        pop ds
        retf

registers:
        try "registers: SGDT"
        sgdt [store]
        value [store], 4
        value [store + 2]
        okay
        try "registers: SIDT"
        sidt [store]
        value [store], 4
        value [store + 2]
        okay
        try "registers: SMSW SLDT STR"
        smsw eax
        value eax, 4
        sldt eax
        value eax, 4
        str eax
        value eax, 4
        okay
        try "registers: CS SS DS"
        mov eax, cs
        value eax
        mov eax, ss
        value eax
        push cs
        pop eax
        value eax
        okay
        try "registers: CR0 CR3"
        mov eax, cr0
        and eax, 9001002Fh
        value eax
        mov eax, cr3
        value eax
        okay
        try "registers: PG without PE"
        mov eax, 80000000h
        mov cr0, eax
        okay
        try "registers: LMSW does not leave"
        smsw eax
        and eax, ~1
        lmsw ax
        smsw eax
        and eax, 1
        value eax
        okay
        try "registers: CLTS"
        mov eax, cr0
        or eax, 8
        mov cr0, eax
        clts
        mov eax, cr0
        and eax, 8
        value eax
        okay
        try "registers: TS"
        mov eax, cr0
        or eax, 8
        mov cr0, eax
        fnop
        okay
        clts
        try "registers: floating-point pointers"
        fninit
        fld1
        fnstenv [store]
        value [store + 16], 4
        fld dword [store]
        fnstenv [store + 32]
        value [store + 32 + 16], 4
        value [store + 32 + 24], 4
        okay
        try "registers: the same, saved later"
        fninit
        fld1
        sti
        cli
        fnsave [store]
        value [store + 16], 4
        okay
        try "registers: ARPL"
        mov eax, 10h
        mov edx, cs
        arpl ax, dx
        call zero_flag
        value eax
        okay
        try "registers: DR7"
        mov eax, 0
        mov dr7, eax
        mov eax, dr7
        and eax, 0FFh
        value eax
        okay
        try "registers: a breakpoint there"
        mov eax, HOLE
        mov dr0, eax
        mov eax, dr0
        value eax
        okay
        try "registers: caches"
        wbinvd
        okay
        ret

system_calls:
        pushfd                          ; CPUID?
        pop eax
        mov ebx, eax
        xor eax, 200000h
        push eax
        popfd
        pushfd
        pop eax
        xor eax, ebx
        test eax, 200000h
        jz .none
        mov eax, 1
        cpuid
        test edx, 1 << 11
        jz .none
        try "system calls: SYSENTER to nowhere"
        mov ecx, 174h
        xor eax, eax
        xor edx, edx
        wrmsr
        sysenter
        okay
        try "system calls: SYSENTER from level 3"
        mov ecx, 174h
        mov eax, CODE32
        xor edx, edx
        wrmsr
        mov ecx, 175h
        mov eax, SYSTEM_STACK
        wrmsr
        mov ecx, 176h
        mov eax, .entered
        wrmsr
        ring3
        sysenter
.entered:
        mov eax, cs
        value eax
        mov eax, ss
        value eax
        value esp
        okay
        try "system calls: SYSENTER from level 0"
        mov esp, [saved_esp]
        mov ecx, 176h
        mov eax, .again
        xor edx, edx
        wrmsr
        sysenter
.again:
        mov eax, cs
        value eax
        okay
        try "system calls: SYSENTER to the top"
        mov byte [FRAME], 0Fh
        mov byte [FRAME + 1], 0Bh
        mov ecx, 176h
        mov eax, HOLE
        xor edx, edx
        wrmsr
        ring3
        sysenter
        okay
        try "system calls: SYSCALL without EFER.SCE"
        db 0Fh, 05h
        okay
        try "system calls: an MSR that nobody has"
        mov ecx, 0DEADh
        rdmsr
        okay
        try "system calls: SYSEXIT from level 3"
        ring3
        sysexit
        okay
.none:
        ret

        align 4
saved:  dd 0
store:  times 32 dd 0
big_pointer:
        dw 0FFFFh
        dd BIG_TABLE
top_gdt:
        dw GDT_ENTRIES * 8 - 1
        dd HOLE
top_idt:
        dw 7FFh
        dd HOLE


        system_end
