; Mode 12h: the protection rings as shaded tori around ring 0, in 16 colours dithered to look like
; many. The picture is computed a scan line at a time and written plane by plane (write mode 0);
; the stars use write mode 2, the name write mode 3.

RINGS_X         equ 320
RINGS_Y         equ 196
RINGS_RADIUS    equ 178                 ; beyond the outermost ring

; What lies at a distance from the centre: the ramp of colours that shades it.
SPACE           equ 0
RAMP_STEEL      equ 1
RAMP_GOLD       equ 2
RAMP_RED        equ 3

; Direction of the light, towards it, in 127ths.
LIGHT_X         equ -64
LIGHT_Y         equ -76
LIGHT_Z         equ 80

rings_page:
        mov ax, 0x0012
        int 0x10
        mov si, rings_palette
        mov cx, 16
        xor al, al
        call load_dac
        mov bl, 15                      ; palette register n shows DAC register n
.straight:
        mov ax, 0x1000
        mov bh, bl
        int 0x10
        dec bl
        jns .straight

        call rings_profile
        call rings_glow
        mov ax, 0xA000
        mov es, ax
        xor dx, dx
.line:
        push dx
        call rings_line
        call rings_show_line
        pop dx
        push dx
        call poll_key
        pop dx
        jnz .leave
        inc dx
        cmp dx, 480
        jb .line

        call rings_stars
        call rings_name
        call rings_caption
.wait:
        call idle
        jz .wait
.leave:
        ret

rings_palette:
        db 0x00, 0x00, 0x02,  0x03, 0x02, 0x0C,  0x0A, 0x05, 0x1A,  0x16, 0x0A, 0x28 ; space
        db 0x04, 0x08, 0x0E,  0x0C, 0x16, 0x22,  0x19, 0x28, 0x36,  0x2A, 0x37, 0x3E ; steel
        db 0x10, 0x05, 0x00,  0x25, 0x10, 0x00,  0x38, 0x23, 0x02,  0x3E, 0x36, 0x14 ; gold
        db 0x12, 0x00, 0x03,  0x2A, 0x03, 0x06,  0x3D, 0x18, 0x12,  0x3F, 0x3F, 0x3C ; red; white

; Ramps: four steps and how each is drawn; white is the last of all but that of space.
rings_ramps:
        db 0, 1, 2, 3, 3
        db 4, 5, 6, 7, 15
        db 8, 9, 10, 11, 15
        db 12, 13, 14, 15, 15

; Middle radius, half width and ramp of what is drawn; ring 0 is a ball.
rings_bodies:
        db 0, 46, RAMP_RED
        db 78, 22, RAMP_GOLD
        db 120, 14, RAMP_STEEL
        db 156, 14, RAMP_STEEL
rings_bodies_end:

; For every distance from the centre: ramp, slope of the surface outwards (-127..127) and how much
; it faces the eye (0..127).
rings_profile:
        push es
        push ds
        pop es
        mov di, ring_kind
        xor ax, ax
        mov cx, 256
        rep stosb
        pop es
        mov si, rings_bodies
.body:
        mov bl, [si]
        xor bh, bh                      ; BX = distance
        mov al, [si + 1]
        xor ah, ah
        mov dx, ax                      ; DX = half width
        neg ax                          ; AX = offset from the middle
        or bl, bl
        jnz .first
        xor ax, ax                      ; half of a ball is outside its middle
.first:
        add bx, ax
.distance:
        push ax
        push dx
        mov cl, [si + 2]
        mov [ring_kind + bx], cl
        mov cx, dx
        mov dx, 127
        imul dx
        idiv cx
        mov [ring_slope + bx], al
        imul al                         ; facing = square root of 127^2 - slope^2
        mov cx, 127 * 127
        sub cx, ax
        call square_root
        mov [ring_facing + bx], al
        pop dx
        pop ax
        inc bx
        inc ax
        cmp ax, dx
        jle .distance
        add si, 3
        cmp si, rings_bodies_end
        jb .body
        ret

; AX = the square root of CX, rounded down: odd numbers are taken away one after another.
square_root:
        mov ax, -1
.next:
        inc ax
        push ax
        shl ax, 1
        inc ax
        sub cx, ax
        pop ax
        jnc .next
        ret

; For every distance: the brightness of space, from 255 near the rings to 0 far out.
rings_glow:
        xor bx, bx
.distance:
        mov ax, 470
        sub ax, bx
        jns .lit
        xor ax, ax
.lit:
        mul ax                          ; fading with the square
        mov cx, 866                     ; 470^2 / 255
        div cx
        shl bx, 1
        mov [glow + bx], ax
        shr bx, 1
        inc bx
        cmp bx, 512
        jb .distance
        ret

; Compute scan line DX into plane_rows.
rings_line:
        mov bx, dx
        and bx, 7
        mov cl, 3
        shl bx, cl
        add bx, rings_thresholds
        mov [rings_dither], bx
        sub dx, RINGS_Y
        mov [rings_dy], dx
        mov ax, LIGHT_Y
        imul dx
        mov [rings_light], ax
        mov word [rings_dx], -RINGS_X
        mov word [rings_distance], RINGS_X
        xor di, di                      ; byte in the line
.byte:
        mov ch, 8
        xor bp, bp                      ; two planes
        xor si, si                      ; two more
.dot:
        call rings_dot                  ; AL = colour
        mov bx, bp
        mov dx, si
        shr al, 1
        rcl bl, 1
        shr al, 1
        rcl bh, 1
        shr al, 1
        rcl dl, 1
        shr al, 1
        rcl dh, 1
        mov bp, bx
        mov si, dx
        inc word [rings_dx]
        dec ch
        jnz .dot
        mov bx, bp
        mov dx, si
        mov [plane_rows + di], bl
        mov [plane_rows + 80 + di], bh
        mov [plane_rows + 160 + di], dl
        mov [plane_rows + 240 + di], dh
        inc di
        cmp di, 80
        jb .byte
        ret

; AL = the colour of the dot at rings_dx, rings_dy. Keeps CX, SI, DI, BP.
rings_dot:
        push cx
        push si
        call rings_step
        mov bx, [rings_distance]
        cmp bx, RINGS_RADIUS
        jae .space
        mov al, [ring_kind + bx]
        or al, al
        jz .space
        push ax
        or bx, bx
        jz .centre
        mov ax, LIGHT_X                 ; how the surface leans to the light
        imul word [rings_dx]
        add ax, [rings_light]
        cwd
        idiv bx
        imul byte [ring_slope + bx]
        jmp .facing
.centre:
        xor ax, ax
.facing:
        mov cx, ax
        mov al, [ring_facing + bx]
        mov ah, LIGHT_Z
        mul ah
        add ax, cx
        sar ax, 1                       ; 127 squared becomes about 255 * 31
        jns .lit
        xor ax, ax
.lit:
        mov cl, 5
        shr ax, cl
        mov cx, ax
        shr ax, 1                       ; three quarters of it, and light from everywhere
        add ax, cx
        shr ax, 1
        add ax, 18
        sub cx, 226                     ; a highlight
        jb .dull
        shl cx, 1
        add ax, cx
.dull:
        cmp ax, 255
        jbe .shade
        mov ax, 255
.shade:
        pop bx
        jmp .dither
.space:
        cmp bx, 511
        jbe .near
        mov bx, 511
.near:
        shl bx, 1
        mov ax, [glow + bx]
        xor bx, bx
.dither:
        mov cl, al                      ; brightness
        mov al, bl                      ; ramp, five steps
        mov bl, 5
        mul bl
        mov si, ax
        mov al, cl
        mov bl, 4
        mul bl
        mov bx, [rings_dx]
        and bx, 7
        add bx, [rings_dither]
        mov bl, [bx]
        xor bh, bh
        add ax, bx
        mov al, ah                      ; the step that the threshold of this place picks
        xor ah, ah
        add si, ax
        mov al, [rings_ramps + si]
        pop si
        pop cx
        ret

; Bring rings_distance up to date for the next dot: it changes by one at most but at the line's
; start, so squares are compared, not roots taken.
rings_step:
        push dx
        mov ax, [rings_dx]
        imul ax
        mov bx, ax
        mov cx, dx
        mov ax, [rings_dy]
        imul ax
        add bx, ax
        adc cx, dx                      ; CX:BX = square of the distance
.compare:
        mov ax, [rings_distance]
        mul ax
        cmp dx, cx
        jne .differs
        cmp ax, bx
.differs:
        ja .less
        mov ax, [rings_distance]
        inc ax
        mul ax
        cmp dx, cx
        jne .next_differs
        cmp ax, bx
.next_differs:
        ja .done
        inc word [rings_distance]
        jmp .compare
.less:
        dec word [rings_distance]
        jmp .compare
.done:
        pop dx
        ret

; Thresholds of an 8 by 8 ordered dither, 0..252.
rings_thresholds:
        db   0, 128,  32, 160,   8, 136,  40, 168
        db 192,  64, 224,  96, 200,  72, 232, 104
        db  48, 176,  16, 144,  56, 184,  24, 152
        db 240, 112, 208,  80, 248, 120, 216,  88
        db  12, 140,  44, 172,   4, 132,  36, 164
        db 204,  76, 236, 108, 196,  68, 228, 100
        db  60, 188,  28, 156,  52, 180,  20, 148
        db 252, 124, 220,  92, 244, 116, 212,  84

; Write plane_rows to line rings_dy of the screen, one plane after another. ES = A000h.
rings_show_line:
        mov ax, [rings_dy]
        add ax, RINGS_Y
        mov bx, 80
        mul bx
        mov bx, ax
        mov si, plane_rows
        mov ax, 0x0102                  ; map mask: plane 0
        mov dx, 0x3C4
.plane:
        out dx, ax
        mov di, bx
        mov cx, 40
        rep movsw
        shl ah, 1
        cmp ah, 0x10
        jb .plane
        mov ax, 0x0F02
        out dx, ax
        ret

; Dots of several brightnesses where only space is: write mode 2 takes the colour as data, the bit
; mask is the dot.
rings_stars:
        mov dx, 0x3CE
        mov ax, 0x0205
        out dx, ax
        mov word [.seed], 0xACE1
        mov bp, 260
.star:
        call .random
        xor dx, dx
        mov bx, 640
        div bx
        mov cx, dx                      ; column
        call .random
        xor dx, dx
        mov bx, 480
        div bx                          ; DX = line
        push dx
        mov ax, cx
        sub ax, RINGS_X
        imul ax
        mov bx, ax
        mov si, dx
        pop ax
        push ax
        sub ax, RINGS_Y
        imul ax
        add bx, ax
        adc si, dx
        pop ax
        jnz .far
        cmp bx, RINGS_RADIUS * RINGS_RADIUS
        jb .next
.far:
        mov bx, 80
        mul bx
        mov di, ax
        mov ax, cx
        mov bl, cl
        mov cl, 3
        shr ax, cl
        add di, ax
        mov cl, bl
        and cl, 7
        mov ah, 0x80
        shr ah, cl
        mov al, 8
        mov dx, 0x3CE
        out dx, ax
        mov bx, bp
        and bx, 3
        mov al, [.colours + bx]
        mov ah, [es:di]                 ; fills the latches
        mov [es:di], al
.next:
        dec bp
        jnz .star
        mov dx, 0x3CE
        mov ax, 0x0005
        out dx, ax
        mov ax, 0xFF08
        out dx, ax
        ret
.random:
        mov ax, [.seed]                 ; a 16-bit shift register that visits all but 0
        push cx
        mov cx, 7
.shift:
        shr ax, 1
        jnc .bit
        xor ax, 0xB400
.bit:
        loop .shift
        mov [.seed], ax
        pop cx
        ret
.seed:  dw 0
.colours:
        db 3, 6, 7, 15
